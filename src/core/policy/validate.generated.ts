// @ts-nocheck
// Made from policy.schema.json by scripts/generate/policy-types.mjs. Change that and run: npm run generate
import type { SchemaNode, Validator } from './schema-node.js';

const schema19 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,"required":["version","services"],"properties":{"version":{"const":1},"services":{"type":"object","minProperties":1,"additionalProperties":false,"patternProperties":{"^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$":{"$ref":"#/$defs/service"}},"errorMessage":"expected services named with letters, digits, dots, dashes and underscores, at most 63 characters"},"standards":{"type":"array","items":{"$ref":"#/$defs/standard"}},"rules":{"$ref":"#/$defs/rules"},"runtimes":{"type":"array","minItems":1,"items":{"type":"string"},"errorMessage":"expected a list of runtimes with versions, such as [runc 1.1, runc 1.3, crun 1]"}},"$defs":{"service":{"type":"object","additionalProperties":false,"oneOf":[{"required":["image"]},{"required":["build"]}],"properties":{"image":{"$ref":"#/$defs/image"},"build":{"$ref":"#/$defs/build"},"run":{"$ref":"#/$defs/run"},"ready":{"$ref":"#/$defs/ready"},"tests":{"type":"array","items":{"$ref":"#/$defs/test"}},"limits":{"$ref":"#/$defs/limits"},"exceptions":{"type":"array","items":{"$ref":"#/$defs/exception"}},"rules":{"$ref":"#/$defs/rules"},"minimize":{"$ref":"#/$defs/minimize"}}},"minimize":{"type":"object","additionalProperties":false,"properties":{"repeats":{"type":"integer","minimum":0,"maximum":1000,"errorMessage":"expected a whole number from 0 to 1000"},"try_frozen":{"type":"boolean"}},"errorMessage":"expected a map with repeats and try_frozen"},"standard":{"enum":["cis-docker","pss-baseline","pss-restricted","owasp","nist-800-190"]},"rules":{"type":"object","additionalProperties":false,"patternProperties":{"^[A-Za-z][A-Za-z0-9_-]{0,63}$":{"$ref":"#/$defs/ruleSetting"}},"errorMessage":"expected the id of a rule, such as runs-as-root"},"ruleSetting":{"type":"object","additionalProperties":false,"required":["severity","reason"],"properties":{"severity":{"enum":["off","warn","error"]},"reason":{"type":"string","pattern":"\\S","errorMessage":"expected the reason in a few words"}}},"image":{"type":"string","pattern":"^(?=.{1,300}$)(?:sha256:[a-f0-9]{64}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?)$","errorMessage":"expected an image reference such as nginx:1.28 or debian@sha256:<64 hexadecimal digits>"},"build":{"type":["string","object"],"pattern":"^[^\\u0000]+$","additionalProperties":false,"properties":{"context":{"$ref":"#/$defs/path"},"dockerfile":{"$ref":"#/$defs/path"},"args":{"$ref":"#/$defs/pairs"},"target":{"type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_.-]*$","errorMessage":"expected the name of a build stage"},"cache_from":{"$ref":"#/$defs/caches"},"cache_to":{"$ref":"#/$defs/caches"},"builder":{"type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$","errorMessage":"expected the name of a builder"},"secrets":{"type":"object","additionalProperties":false,"patternProperties":{"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$":{"$ref":"#/$defs/buildSecret"}},"errorMessage":"expected secrets named with letters, digits, dots, dashes and underscores"},"network":{"type":"string","errorMessage":"expected default or none"}},"errorMessage":"expected a folder, or a map with context, dockerfile, args, target, cache_from, cache_to, builder, secrets and network"},"caches":{"type":["string","array"],"pattern":"^[^\\u0000-\\u0020]+$","items":{"type":"string","pattern":"^[^\\u0000-\\u0020]+$","errorMessage":"expected an image or type=gha, type=local or type=registry with attributes"},"errorMessage":"expected caches such as type=gha,scope=web"},"buildSecret":{"type":"object","additionalProperties":false,"oneOf":[{"required":["file"]},{"required":["environment"]}],"properties":{"file":{"$ref":"#/$defs/path"},"environment":{"type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]*$","errorMessage":"expected the name of an environment variable"}},"errorMessage":"expected file or environment"},"run":{"type":"object","additionalProperties":false,"properties":{"cap_add":{"$ref":"#/$defs/capabilities"},"cap_drop":{"$ref":"#/$defs/capabilities"},"security_opt":{"type":"array","items":{"$ref":"#/$defs/text"}},"read_only":{"type":"boolean"},"tmpfs":{"$ref":"#/$defs/textOrList"},"user":{"$ref":"#/$defs/user"},"group_add":{"type":"array","items":{"type":["string","integer"],"minimum":0,"maximum":4294967294,"pattern":"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}$","errorMessage":"expected a group by name or number"}},"environment":{"$ref":"#/$defs/pairs"},"command":{"$ref":"#/$defs/commandLine"},"entrypoint":{"$ref":"#/$defs/commandLine"},"working_dir":{"$ref":"#/$defs/absolutePath"},"volumes":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000]+$","errorMessage":"expected the short form, such as ./share:/srv/share:ro or /var/lib/samba"}},"pids_limit":{"type":"integer","minimum":1,"maximum":4194304},"mem_limit":{"$ref":"#/$defs/size"},"cpus":{"type":["number","string"],"exclusiveMinimum":0,"maximum":4096,"pattern":"^(?:[0-9]{1,4})(?:\\.[0-9]{1,9})?$","errorMessage":"expected a number of processors above 0, such as 0.5"},"ulimits":{"$ref":"#/$defs/ulimits"},"init":{"type":"boolean"},"stop_signal":{"type":["string","integer"],"minimum":1,"maximum":64,"errorMessage":"expected a signal such as SIGTERM, or a number from 1 to 64"},"stop_grace_period":{"$ref":"#/$defs/duration"},"sysctls":{"$ref":"#/$defs/sysctls"},"networks":{"type":"object","additionalProperties":false,"properties":{"egress":{"type":"boolean"}},"errorMessage":"expected a map with egress, for a service has one private network of its own"}}},"ready":{"type":"object","additionalProperties":false,"oneOf":[{"required":["http"]},{"required":["tcp"]},{"required":["log"]},{"required":["exec"]},{"required":["client"]},{"required":["healthcheck"]}],"properties":{"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"},"log":{"$ref":"#/$defs/log"},"exec":{"$ref":"#/$defs/exec"},"client":{"$ref":"#/$defs/client"},"healthcheck":{"const":true},"timeout":{"$ref":"#/$defs/duration"}}},"test":{"type":"object","additionalProperties":false,"required":["name"],"oneOf":[{"required":["http"]},{"required":["tcp"]},{"required":["log"]},{"required":["exec"]},{"required":["client"]}],"properties":{"name":{"type":"string","pattern":"^(?=\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,100}$","errorMessage":"expected one line of 1 to 100 characters"},"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"},"log":{"$ref":"#/$defs/log"},"exec":{"$ref":"#/$defs/exec"},"client":{"$ref":"#/$defs/client"},"timeout":{"$ref":"#/$defs/duration"},"retries":{"type":"integer","minimum":0,"maximum":100}}},"http":{"type":"object","additionalProperties":false,"required":["port"],"properties":{"port":{"$ref":"#/$defs/port"},"path":{"type":"string","pattern":"^/[\\u0021-\\u007e]*$","errorMessage":"expected a path that starts with / and has no spaces or non-ASCII characters (percent-encode them)"},"method":{"enum":["GET","HEAD","POST","PUT","PATCH","DELETE","OPTIONS"]},"request_headers":{"type":"object","additionalProperties":false,"patternProperties":{"^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$":{"type":"string","pattern":"^[\\u0020-\\u007e\\u0080-\\u00ff]*$","errorMessage":"expected one line of text"}},"errorMessage":"expected header names such as content-type"},"request_body":{"type":"string"},"status":{"type":"integer","minimum":100,"maximum":599},"headers":{"type":"object","additionalProperties":false,"patternProperties":{"^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected header names such as content-type"},"body":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a map such as { port: 80, path: / }"},"tcp":{"type":["integer","object"],"minimum":1,"maximum":65535,"additionalProperties":false,"required":["port"],"properties":{"port":{"$ref":"#/$defs/port"},"send":{"type":"string"},"expect":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a port from 1 to 65535, or a map such as { port: 25, expect: { contains: '220' } }"},"log":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"present":{"$ref":"#/$defs/contains"},"contains":{"$ref":"#/$defs/contains"},"matches":{"$ref":"#/$defs/matches"},"absent":{"$ref":"#/$defs/absent"}},"errorMessage":"expected a map with at least one of present, contains, matches and absent"},"exec":{"type":"object","additionalProperties":false,"required":["command"],"properties":{"command":{"$ref":"#/$defs/commandLine"},"user":{"$ref":"#/$defs/user"},"exit_code":{"$ref":"#/$defs/exitCode"},"stdout":{"$ref":"#/$defs/expectation"},"stderr":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a map such as { command: [smbstatus] }"},"client":{"type":"object","additionalProperties":false,"oneOf":[{"required":["image"]},{"required":["build"]}],"properties":{"image":{"$ref":"#/$defs/image"},"build":{"$ref":"#/$defs/build"},"command":{"$ref":"#/$defs/commandLine"},"environment":{"$ref":"#/$defs/pairs"},"exit_code":{"$ref":"#/$defs/exitCode"},"stdout":{"$ref":"#/$defs/expectation"},"stderr":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a map such as { image: 'curlimages/curl:8.10.1', command: [curl, 'http://web:8080/'] }"},"expectation":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"contains":{"$ref":"#/$defs/contains"},"matches":{"$ref":"#/$defs/matches"},"equals":{"type":"string"},"absent":{"$ref":"#/$defs/absent"},"json":{"type":"object","minProperties":1,"additionalProperties":false,"patternProperties":{"^(?:/(?:[^~/]|~[01])*)*$":true},"errorMessage":"expected JSON pointers such as /status"}},"errorMessage":"expected a map with at least one of contains, matches, equals, absent and json"},"contains":{"$ref":"#/$defs/textOrList"},"matches":{"$ref":"#/$defs/textOrList"},"absent":{"$ref":"#/$defs/textOrList"},"limits":{"type":"object","additionalProperties":false,"properties":{"looseness":{"type":"number","minimum":0,"maximum":300},"unused_capabilities":{"type":"integer","minimum":0,"maximum":41}}},"exception":{"type":"object","additionalProperties":false,"required":["reason","expires"],"oneOf":[{"required":["syscall"]},{"required":["capability"]}],"properties":{"syscall":{"type":"string","pattern":"^[a-z0-9_]{1,64}$","errorMessage":"expected the name of a syscall, such as fsync"},"capability":{"$ref":"#/$defs/capability"},"reason":{"type":"string","pattern":"\\S","errorMessage":"expected the reason in a few words"},"expires":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","errorMessage":"expected a date such as 2027-03-01"}}},"capabilities":{"type":"array","items":{"$ref":"#/$defs/capability"}},"capability":{"type":"string","pattern":"\\S","errorMessage":"expected the name of a capability, such as NET_BIND_SERVICE"},"ulimits":{"type":"object","additionalProperties":false,"properties":{"core":{"$ref":"#/$defs/ulimit"},"cpu":{"$ref":"#/$defs/ulimit"},"data":{"$ref":"#/$defs/ulimit"},"fsize":{"$ref":"#/$defs/ulimit"},"locks":{"$ref":"#/$defs/ulimit"},"memlock":{"$ref":"#/$defs/ulimit"},"msgqueue":{"$ref":"#/$defs/ulimit"},"nice":{"$ref":"#/$defs/ulimit"},"nofile":{"$ref":"#/$defs/ulimit"},"nproc":{"$ref":"#/$defs/ulimit"},"rss":{"$ref":"#/$defs/ulimit"},"rtprio":{"$ref":"#/$defs/ulimit"},"rttime":{"$ref":"#/$defs/ulimit"},"sigpending":{"$ref":"#/$defs/ulimit"},"stack":{"$ref":"#/$defs/ulimit"}}},"ulimit":{"type":["integer","object"],"minimum":-1,"maximum":9007199254740991,"additionalProperties":false,"required":["soft","hard"],"properties":{"soft":{"$ref":"#/$defs/ulimitValue"},"hard":{"$ref":"#/$defs/ulimitValue"}},"errorMessage":"expected a whole number from -1, or a map with soft and hard"},"ulimitValue":{"type":"integer","minimum":-1,"maximum":9007199254740991},"sysctls":{"type":"object","additionalProperties":false,"properties":{"kernel.shm_rmid_forced":{"$ref":"#/$defs/sysctl"},"net.ipv4.ip_local_port_range":{"$ref":"#/$defs/sysctl"},"net.ipv4.ip_local_reserved_ports":{"$ref":"#/$defs/sysctl"},"net.ipv4.ip_unprivileged_port_start":{"$ref":"#/$defs/sysctl"},"net.ipv4.ping_group_range":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_fin_timeout":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_keepalive_intvl":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_keepalive_probes":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_keepalive_time":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_rmem":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_syncookies":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_wmem":{"$ref":"#/$defs/sysctl"}}},"sysctl":{"type":["integer","string"],"minimum":0,"maximum":9007199254740991,"pattern":"^[0-9]+(?:[-,\\t ]+[0-9]+)*$","errorMessage":"expected one or several whole numbers"},"pairs":{"type":["object","array"],"additionalProperties":false,"patternProperties":{"^[^=\\u0000]+$":{"type":["string","number","boolean"],"pattern":"^[^\\u0000]*$","errorMessage":"expected a text, a number, true or false"}},"items":{"type":"string","pattern":"^[^=\\u0000]+=[^\\u0000]*$","errorMessage":"expected NAME=value, for nothing is taken from the machine's environment"},"errorMessage":"expected a map of names and values, or a list of NAME=value"},"commandLine":{"type":["string","array"],"pattern":"^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$","minItems":1,"items":{"$ref":"#/$defs/argument"},"errorMessage":"expected a command: a list of words, or a text"},"argument":{"type":"string","pattern":"^[^\\u0000]*$","errorMessage":"expected a text"},"user":{"type":["string","integer"],"minimum":0,"maximum":4294967294,"pattern":"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255})?$","errorMessage":"expected a user, or user:group, by name or number"},"textOrList":{"type":["string","array"],"pattern":"[\\s\\S]","minItems":1,"items":{"$ref":"#/$defs/text"},"errorMessage":"expected a text, or a list of texts, none of them empty"},"text":{"type":"string","pattern":"[\\s\\S]","errorMessage":"expected a text that is not empty"},"path":{"type":"string","pattern":"^[^\\u0000]+$","errorMessage":"expected a path"},"absolutePath":{"type":"string","pattern":"^/[^\\u0000]*$","errorMessage":"expected an absolute path"},"port":{"type":"integer","minimum":1,"maximum":65535},"exitCode":{"type":"integer","minimum":0,"maximum":255},"duration":{"type":"string","pattern":"^(?=[0-9])(?:[0-9]{1,6}h)?(?:[0-9]{1,6}m)?(?:[0-9]{1,6}(?:\\.[0-9]{1,3})?s)?(?:[0-9]{1,9}ms)?$","errorMessage":"expected a duration such as 20s, 1m30s or 500ms"},"size":{"type":["string","integer"],"minimum":0,"maximum":9007199254740991,"pattern":"^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:[kKmMgGtT]?[iI]?[bB]?)$","errorMessage":"expected a size such as 256m or 1gb"}}};
const pattern3 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$", "u");
const schema20 = {"type":"object","additionalProperties":false,"oneOf":[{"required":["image"]},{"required":["build"]}],"properties":{"image":{"$ref":"#/$defs/image"},"build":{"$ref":"#/$defs/build"},"run":{"$ref":"#/$defs/run"},"ready":{"$ref":"#/$defs/ready"},"tests":{"type":"array","items":{"$ref":"#/$defs/test"}},"limits":{"$ref":"#/$defs/limits"},"exceptions":{"type":"array","items":{"$ref":"#/$defs/exception"}},"rules":{"$ref":"#/$defs/rules"},"minimize":{"$ref":"#/$defs/minimize"}}};
const func1 = Object.prototype.hasOwnProperty;
const schema21 = {"type":"string","pattern":"^(?=.{1,300}$)(?:sha256:[a-f0-9]{64}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?)$","errorMessage":"expected an image reference such as nginx:1.28 or debian@sha256:<64 hexadecimal digits>"};
const pattern5 = new RegExp("^(?=.{1,300}$)(?:sha256:[a-f0-9]{64}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?)$", "u");

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern5.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,300}$)(?:sha256:[a-f0-9]{64}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?)$"},schema:"^(?=.{1,300}$)(?:sha256:[a-f0-9]{64}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?)$",parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema22 = {"type":["string","object"],"pattern":"^[^\\u0000]+$","additionalProperties":false,"properties":{"context":{"$ref":"#/$defs/path"},"dockerfile":{"$ref":"#/$defs/path"},"args":{"$ref":"#/$defs/pairs"},"target":{"type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_.-]*$","errorMessage":"expected the name of a build stage"},"cache_from":{"$ref":"#/$defs/caches"},"cache_to":{"$ref":"#/$defs/caches"},"builder":{"type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$","errorMessage":"expected the name of a builder"},"secrets":{"type":"object","additionalProperties":false,"patternProperties":{"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$":{"$ref":"#/$defs/buildSecret"}},"errorMessage":"expected secrets named with letters, digits, dots, dashes and underscores"},"network":{"type":"string","errorMessage":"expected default or none"}},"errorMessage":"expected a folder, or a map with context, dockerfile, args, target, cache_from, cache_to, builder, secrets and network"};
const pattern6 = new RegExp("^[^\\u0000]+$", "u");
const pattern12 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_.-]*$", "u");
const pattern15 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$", "u");
const pattern16 = new RegExp("^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$", "u");
const schema23 = {"type":"string","pattern":"^[^\\u0000]+$","errorMessage":"expected a path"};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern6.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"},schema:"^[^\\u0000]+$",parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema24 = {"type":["object","array"],"additionalProperties":false,"patternProperties":{"^[^=\\u0000]+$":{"type":["string","number","boolean"],"pattern":"^[^\\u0000]*$","errorMessage":"expected a text, a number, true or false"}},"items":{"type":"string","pattern":"^[^=\\u0000]+=[^\\u0000]*$","errorMessage":"expected NAME=value, for nothing is taken from the machine's environment"},"errorMessage":"expected a map of names and values, or a list of NAME=value"};
const pattern8 = new RegExp("^[^=\\u0000]+=[^\\u0000]*$", "u");
const pattern9 = new RegExp("^[^=\\u0000]+$", "u");
const pattern11 = new RegExp("^[^\\u0000]*$", "u");

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema24.type},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/pattern",keyword:"pattern",params:{pattern: "^[^=\\u0000]+=[^\\u0000]*$"},schema:"^[^=\\u0000]+=[^\\u0000]*$",parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},schema:schema24.items.type,parentSchema:schema24.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(pattern9.test(key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key1 in data){
if(pattern9.test(key1)){
let data1 = data[key1];
if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/patternProperties/%5E%5B%5E%3D%5Cu0000%5D%2B%24/type",keyword:"type",params:{type: schema24.patternProperties["^[^=\\u0000]+$"].type},schema:schema24.patternProperties["^[^=\\u0000]+$"].type,parentSchema:schema24.patternProperties["^[^=\\u0000]+$"],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern11.test(data1)){
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/patternProperties/%5E%5B%5E%3D%5Cu0000%5D%2B%24/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]*$"},schema:"^[^\\u0000]*$",parentSchema:schema24.patternProperties["^[^=\\u0000]+$"],data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"items":true,"dynamicProps":false,"dynamicItems":false};

const schema25 = {"type":["string","array"],"pattern":"^[^\\u0000-\\u0020]+$","items":{"type":"string","pattern":"^[^\\u0000-\\u0020]+$","errorMessage":"expected an image or type=gha, type=local or type=registry with attributes"},"errorMessage":"expected caches such as type=gha,scope=web"};
const pattern13 = new RegExp("^[^\\u0000-\\u0020]+$", "u");

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate62.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema25.type},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern13.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0020]+$"},schema:"^[^\\u0000-\\u0020]+$",parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern13.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0020]+$"},schema:"^[^\\u0000-\\u0020]+$",parentSchema:schema25.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},schema:schema25.items.type,parentSchema:schema25.items,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate62.errors = vErrors;
return errors === 0;
}
validate62.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema26 = {"type":"object","additionalProperties":false,"oneOf":[{"required":["file"]},{"required":["environment"]}],"properties":{"file":{"$ref":"#/$defs/path"},"environment":{"type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]*$","errorMessage":"expected the name of an environment variable"}},"errorMessage":"expected file or environment"};
const pattern18 = new RegExp("^[a-zA-Z_][a-zA-Z0-9_]*$", "u");

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate65.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.file === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "file"},schema:schema26.oneOf[0].required,parentSchema:schema26.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.environment === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "environment"},schema:schema26.oneOf[1].required,parentSchema:schema26.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},schema:schema26.oneOf,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "file") || (key0 === "environment"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.file !== undefined){
if(!(validate57(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.environment !== undefined){
let data1 = data.environment;
if(typeof data1 === "string"){
if(!pattern18.test(data1)){
const err4 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z_][a-zA-Z0-9_]*$"},schema:"^[a-zA-Z_][a-zA-Z0-9_]*$",parentSchema:schema26.properties.environment,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"},schema:schema26.properties.environment.type,parentSchema:schema26.properties.environment,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}
validate65.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema22.type},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern6.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"},schema:"^[^\\u0000]+$",parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema22.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.context !== undefined){
if(!(validate57(data.context, {instancePath:instancePath+"/context",parentData:data,parentDataProperty:"context",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.dockerfile !== undefined){
if(!(validate57(data.dockerfile, {instancePath:instancePath+"/dockerfile",parentData:data,parentDataProperty:"dockerfile",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.args !== undefined){
if(!(validate60(data.args, {instancePath:instancePath+"/args",parentData:data,parentDataProperty:"args",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.target !== undefined){
let data3 = data.target;
if(typeof data3 === "string"){
if(!pattern12.test(data3)){
const err3 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_.-]*$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_.-]*$",parentSchema:schema22.properties.target,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "string"},schema:schema22.properties.target.type,parentSchema:schema22.properties.target,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.cache_from !== undefined){
if(!(validate62(data.cache_from, {instancePath:instancePath+"/cache_from",parentData:data,parentDataProperty:"cache_from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.cache_to !== undefined){
if(!(validate62(data.cache_to, {instancePath:instancePath+"/cache_to",parentData:data,parentDataProperty:"cache_to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.builder !== undefined){
let data6 = data.builder;
if(typeof data6 === "string"){
if(!pattern15.test(data6)){
const err5 = {instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$",parentSchema:schema22.properties.builder,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/type",keyword:"type",params:{type: "string"},schema:schema22.properties.builder.type,parentSchema:schema22.properties.builder,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.secrets !== undefined){
let data7 = data.secrets;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
if(!(pattern16.test(key1))){
const err7 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema22.properties.secrets,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
for(const key2 in data7){
if(pattern16.test(key2)){
if(!(validate65(data7[key2], {instancePath:instancePath+"/secrets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data7,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "object"},schema:schema22.properties.secrets.type,parentSchema:schema22.properties.secrets,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.network !== undefined){
let data9 = data.network;
if(typeof data9 !== "string"){
const err9 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/type",keyword:"type",params:{type: "string"},schema:schema22.properties.network.type,parentSchema:schema22.properties.network,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema27 = {"type":"object","additionalProperties":false,"properties":{"cap_add":{"$ref":"#/$defs/capabilities"},"cap_drop":{"$ref":"#/$defs/capabilities"},"security_opt":{"type":"array","items":{"$ref":"#/$defs/text"}},"read_only":{"type":"boolean"},"tmpfs":{"$ref":"#/$defs/textOrList"},"user":{"$ref":"#/$defs/user"},"group_add":{"type":"array","items":{"type":["string","integer"],"minimum":0,"maximum":4294967294,"pattern":"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}$","errorMessage":"expected a group by name or number"}},"environment":{"$ref":"#/$defs/pairs"},"command":{"$ref":"#/$defs/commandLine"},"entrypoint":{"$ref":"#/$defs/commandLine"},"working_dir":{"$ref":"#/$defs/absolutePath"},"volumes":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000]+$","errorMessage":"expected the short form, such as ./share:/srv/share:ro or /var/lib/samba"}},"pids_limit":{"type":"integer","minimum":1,"maximum":4194304},"mem_limit":{"$ref":"#/$defs/size"},"cpus":{"type":["number","string"],"exclusiveMinimum":0,"maximum":4096,"pattern":"^(?:[0-9]{1,4})(?:\\.[0-9]{1,9})?$","errorMessage":"expected a number of processors above 0, such as 0.5"},"ulimits":{"$ref":"#/$defs/ulimits"},"init":{"type":"boolean"},"stop_signal":{"type":["string","integer"],"minimum":1,"maximum":64,"errorMessage":"expected a signal such as SIGTERM, or a number from 1 to 64"},"stop_grace_period":{"$ref":"#/$defs/duration"},"sysctls":{"$ref":"#/$defs/sysctls"},"networks":{"type":"object","additionalProperties":false,"properties":{"egress":{"type":"boolean"}},"errorMessage":"expected a map with egress, for a service has one private network of its own"}}};
const schema28 = {"type":"array","items":{"$ref":"#/$defs/capability"}};
const schema29 = {"type":"string","pattern":"\\S","errorMessage":"expected the name of a capability, such as NET_BIND_SERVICE"};
const pattern19 = new RegExp("\\S", "u");

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate71.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern19.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}
validate71.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate71(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate70.errors = vErrors;
return errors === 0;
}
validate70.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema30 = {"type":"string","pattern":"[\\s\\S]","errorMessage":"expected a text that is not empty"};
const pattern20 = new RegExp("[\\s\\S]", "u");

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate75.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern20.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "[\\s\\S]"},schema:"[\\s\\S]",parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}
validate75.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema31 = {"type":["string","array"],"pattern":"[\\s\\S]","minItems":1,"items":{"$ref":"#/$defs/text"},"errorMessage":"expected a text, or a list of texts, none of them empty"};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate77.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema31.type},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern20.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "[\\s\\S]"},schema:"[\\s\\S]",parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
validate77.errors = vErrors;
return errors === 0;
}
validate77.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema32 = {"type":["string","integer"],"minimum":0,"maximum":4294967294,"pattern":"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255})?$","errorMessage":"expected a user, or user:group, by name or number"};
const pattern22 = new RegExp("^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255})?$", "u");

function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate80.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema32.type},schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 4294967294 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967294},schema:4294967294,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(typeof data === "string"){
if(!pattern22.test(data)){
const err3 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255})?$"},schema:"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255})?$",parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
validate80.errors = vErrors;
return errors === 0;
}
validate80.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema33 = {"type":["string","array"],"pattern":"^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$","minItems":1,"items":{"$ref":"#/$defs/argument"},"errorMessage":"expected a command: a list of words, or a text"};
const pattern24 = new RegExp("^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$", "u");
const schema34 = {"type":"string","pattern":"^[^\\u0000]*$","errorMessage":"expected a text"};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate84.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern11.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]*$"},schema:"^[^\\u0000]*$",parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}
validate84.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate83.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema33.type},schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern24.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$"},schema:"^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$",parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate84(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
validate83.errors = vErrors;
return errors === 0;
}
validate83.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema35 = {"type":"string","pattern":"^/[^\\u0000]*$","errorMessage":"expected an absolute path"};
const pattern26 = new RegExp("^/[^\\u0000]*$", "u");

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate88.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern26.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^/[^\\u0000]*$"},schema:"^/[^\\u0000]*$",parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}
validate88.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema36 = {"type":["string","integer"],"minimum":0,"maximum":9007199254740991,"pattern":"^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:[kKmMgGtT]?[iI]?[bB]?)$","errorMessage":"expected a size such as 256m or 1gb"};
const pattern28 = new RegExp("^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:[kKmMgGtT]?[iI]?[bB]?)$", "u");

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate90.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema36.type},schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},schema:9007199254740991,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(typeof data === "string"){
if(!pattern28.test(data)){
const err3 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:[kKmMgGtT]?[iI]?[bB]?)$"},schema:"^[0-9]{1,15}(?:\\.[0-9]{1,9})? ?(?:[kKmMgGtT]?[iI]?[bB]?)$",parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
validate90.errors = vErrors;
return errors === 0;
}
validate90.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema37 = {"type":"object","additionalProperties":false,"properties":{"core":{"$ref":"#/$defs/ulimit"},"cpu":{"$ref":"#/$defs/ulimit"},"data":{"$ref":"#/$defs/ulimit"},"fsize":{"$ref":"#/$defs/ulimit"},"locks":{"$ref":"#/$defs/ulimit"},"memlock":{"$ref":"#/$defs/ulimit"},"msgqueue":{"$ref":"#/$defs/ulimit"},"nice":{"$ref":"#/$defs/ulimit"},"nofile":{"$ref":"#/$defs/ulimit"},"nproc":{"$ref":"#/$defs/ulimit"},"rss":{"$ref":"#/$defs/ulimit"},"rtprio":{"$ref":"#/$defs/ulimit"},"rttime":{"$ref":"#/$defs/ulimit"},"sigpending":{"$ref":"#/$defs/ulimit"},"stack":{"$ref":"#/$defs/ulimit"}}};
const schema38 = {"type":["integer","object"],"minimum":-1,"maximum":9007199254740991,"additionalProperties":false,"required":["soft","hard"],"properties":{"soft":{"$ref":"#/$defs/ulimitValue"},"hard":{"$ref":"#/$defs/ulimitValue"}},"errorMessage":"expected a whole number from -1, or a map with soft and hard"};
const schema39 = {"type":"integer","minimum":-1,"maximum":9007199254740991};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate94.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},schema:9007199254740991,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < -1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},schema:-1,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
validate94.errors = vErrors;
return errors === 0;
}
validate94.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate93.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))) && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema38.type},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},schema:9007199254740991,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < -1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},schema:-1,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.soft === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "soft"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.hard === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hard"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "soft") || (key0 === "hard"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.soft !== undefined){
if(!(validate94(data.soft, {instancePath:instancePath+"/soft",parentData:data,parentDataProperty:"soft",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
if(data.hard !== undefined){
if(!(validate94(data.hard, {instancePath:instancePath+"/hard",parentData:data,parentDataProperty:"hard",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
validate93.errors = vErrors;
return errors === 0;
}
validate93.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate92.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema37.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.core !== undefined){
if(!(validate93(data.core, {instancePath:instancePath+"/core",parentData:data,parentDataProperty:"core",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.cpu !== undefined){
if(!(validate93(data.cpu, {instancePath:instancePath+"/cpu",parentData:data,parentDataProperty:"cpu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.data !== undefined){
if(!(validate93(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.fsize !== undefined){
if(!(validate93(data.fsize, {instancePath:instancePath+"/fsize",parentData:data,parentDataProperty:"fsize",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.locks !== undefined){
if(!(validate93(data.locks, {instancePath:instancePath+"/locks",parentData:data,parentDataProperty:"locks",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.memlock !== undefined){
if(!(validate93(data.memlock, {instancePath:instancePath+"/memlock",parentData:data,parentDataProperty:"memlock",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.msgqueue !== undefined){
if(!(validate93(data.msgqueue, {instancePath:instancePath+"/msgqueue",parentData:data,parentDataProperty:"msgqueue",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.nice !== undefined){
if(!(validate93(data.nice, {instancePath:instancePath+"/nice",parentData:data,parentDataProperty:"nice",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.nofile !== undefined){
if(!(validate93(data.nofile, {instancePath:instancePath+"/nofile",parentData:data,parentDataProperty:"nofile",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.nproc !== undefined){
if(!(validate93(data.nproc, {instancePath:instancePath+"/nproc",parentData:data,parentDataProperty:"nproc",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.rss !== undefined){
if(!(validate93(data.rss, {instancePath:instancePath+"/rss",parentData:data,parentDataProperty:"rss",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.rtprio !== undefined){
if(!(validate93(data.rtprio, {instancePath:instancePath+"/rtprio",parentData:data,parentDataProperty:"rtprio",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.rttime !== undefined){
if(!(validate93(data.rttime, {instancePath:instancePath+"/rttime",parentData:data,parentDataProperty:"rttime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.sigpending !== undefined){
if(!(validate93(data.sigpending, {instancePath:instancePath+"/sigpending",parentData:data,parentDataProperty:"sigpending",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.stack !== undefined){
if(!(validate93(data.stack, {instancePath:instancePath+"/stack",parentData:data,parentDataProperty:"stack",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate92.errors = vErrors;
return errors === 0;
}
validate92.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema40 = {"type":"string","pattern":"^(?=[0-9])(?:[0-9]{1,6}h)?(?:[0-9]{1,6}m)?(?:[0-9]{1,6}(?:\\.[0-9]{1,3})?s)?(?:[0-9]{1,9}ms)?$","errorMessage":"expected a duration such as 20s, 1m30s or 500ms"};
const pattern30 = new RegExp("^(?=[0-9])(?:[0-9]{1,6}h)?(?:[0-9]{1,6}m)?(?:[0-9]{1,6}(?:\\.[0-9]{1,3})?s)?(?:[0-9]{1,9}ms)?$", "u");

function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate113.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern30.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?=[0-9])(?:[0-9]{1,6}h)?(?:[0-9]{1,6}m)?(?:[0-9]{1,6}(?:\\.[0-9]{1,3})?s)?(?:[0-9]{1,9}ms)?$"},schema:"^(?=[0-9])(?:[0-9]{1,6}h)?(?:[0-9]{1,6}m)?(?:[0-9]{1,6}(?:\\.[0-9]{1,3})?s)?(?:[0-9]{1,9}ms)?$",parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate113.errors = vErrors;
return errors === 0;
}
validate113.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema41 = {"type":"object","additionalProperties":false,"properties":{"kernel.shm_rmid_forced":{"$ref":"#/$defs/sysctl"},"net.ipv4.ip_local_port_range":{"$ref":"#/$defs/sysctl"},"net.ipv4.ip_local_reserved_ports":{"$ref":"#/$defs/sysctl"},"net.ipv4.ip_unprivileged_port_start":{"$ref":"#/$defs/sysctl"},"net.ipv4.ping_group_range":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_fin_timeout":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_keepalive_intvl":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_keepalive_probes":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_keepalive_time":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_rmem":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_syncookies":{"$ref":"#/$defs/sysctl"},"net.ipv4.tcp_wmem":{"$ref":"#/$defs/sysctl"}}};
const schema42 = {"type":["integer","string"],"minimum":0,"maximum":9007199254740991,"pattern":"^[0-9]+(?:[-,\\t ]+[0-9]+)*$","errorMessage":"expected one or several whole numbers"};
const pattern31 = new RegExp("^[0-9]+(?:[-,\\t ]+[0-9]+)*$", "u");

function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate116.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))) && (typeof data !== "string")){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema42.type},schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},schema:9007199254740991,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(typeof data === "string"){
if(!pattern31.test(data)){
const err3 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(?:[-,\\t ]+[0-9]+)*$"},schema:"^[0-9]+(?:[-,\\t ]+[0-9]+)*$",parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
validate116.errors = vErrors;
return errors === 0;
}
validate116.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate115.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema41.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["kernel.shm_rmid_forced"] !== undefined){
if(!(validate116(data["kernel.shm_rmid_forced"], {instancePath:instancePath+"/kernel.shm_rmid_forced",parentData:data,parentDataProperty:"kernel.shm_rmid_forced",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.ip_local_port_range"] !== undefined){
if(!(validate116(data["net.ipv4.ip_local_port_range"], {instancePath:instancePath+"/net.ipv4.ip_local_port_range",parentData:data,parentDataProperty:"net.ipv4.ip_local_port_range",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.ip_local_reserved_ports"] !== undefined){
if(!(validate116(data["net.ipv4.ip_local_reserved_ports"], {instancePath:instancePath+"/net.ipv4.ip_local_reserved_ports",parentData:data,parentDataProperty:"net.ipv4.ip_local_reserved_ports",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.ip_unprivileged_port_start"] !== undefined){
if(!(validate116(data["net.ipv4.ip_unprivileged_port_start"], {instancePath:instancePath+"/net.ipv4.ip_unprivileged_port_start",parentData:data,parentDataProperty:"net.ipv4.ip_unprivileged_port_start",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.ping_group_range"] !== undefined){
if(!(validate116(data["net.ipv4.ping_group_range"], {instancePath:instancePath+"/net.ipv4.ping_group_range",parentData:data,parentDataProperty:"net.ipv4.ping_group_range",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.tcp_fin_timeout"] !== undefined){
if(!(validate116(data["net.ipv4.tcp_fin_timeout"], {instancePath:instancePath+"/net.ipv4.tcp_fin_timeout",parentData:data,parentDataProperty:"net.ipv4.tcp_fin_timeout",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.tcp_keepalive_intvl"] !== undefined){
if(!(validate116(data["net.ipv4.tcp_keepalive_intvl"], {instancePath:instancePath+"/net.ipv4.tcp_keepalive_intvl",parentData:data,parentDataProperty:"net.ipv4.tcp_keepalive_intvl",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.tcp_keepalive_probes"] !== undefined){
if(!(validate116(data["net.ipv4.tcp_keepalive_probes"], {instancePath:instancePath+"/net.ipv4.tcp_keepalive_probes",parentData:data,parentDataProperty:"net.ipv4.tcp_keepalive_probes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.tcp_keepalive_time"] !== undefined){
if(!(validate116(data["net.ipv4.tcp_keepalive_time"], {instancePath:instancePath+"/net.ipv4.tcp_keepalive_time",parentData:data,parentDataProperty:"net.ipv4.tcp_keepalive_time",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.tcp_rmem"] !== undefined){
if(!(validate116(data["net.ipv4.tcp_rmem"], {instancePath:instancePath+"/net.ipv4.tcp_rmem",parentData:data,parentDataProperty:"net.ipv4.tcp_rmem",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.tcp_syncookies"] !== undefined){
if(!(validate116(data["net.ipv4.tcp_syncookies"], {instancePath:instancePath+"/net.ipv4.tcp_syncookies",parentData:data,parentDataProperty:"net.ipv4.tcp_syncookies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data["net.ipv4.tcp_wmem"] !== undefined){
if(!(validate116(data["net.ipv4.tcp_wmem"], {instancePath:instancePath+"/net.ipv4.tcp_wmem",parentData:data,parentDataProperty:"net.ipv4.tcp_wmem",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}
validate115.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern23 = new RegExp("^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}$", "u");
const pattern29 = new RegExp("^(?:[0-9]{1,4})(?:\\.[0-9]{1,9})?$", "u");

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate69.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema27.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.cap_add !== undefined){
if(!(validate70(data.cap_add, {instancePath:instancePath+"/cap_add",parentData:data,parentDataProperty:"cap_add",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.cap_drop !== undefined){
if(!(validate70(data.cap_drop, {instancePath:instancePath+"/cap_drop",parentData:data,parentDataProperty:"cap_drop",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.security_opt !== undefined){
let data2 = data.security_opt;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data2[i0], {instancePath:instancePath+"/security_opt/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/security_opt",schemaPath:"#/properties/security_opt/type",keyword:"type",params:{type: "array"},schema:schema27.properties.security_opt.type,parentSchema:schema27.properties.security_opt,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.read_only !== undefined){
let data4 = data.read_only;
if(typeof data4 !== "boolean"){
const err2 = {instancePath:instancePath+"/read_only",schemaPath:"#/properties/read_only/type",keyword:"type",params:{type: "boolean"},schema:schema27.properties.read_only.type,parentSchema:schema27.properties.read_only,data:data4};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.tmpfs !== undefined){
if(!(validate77(data.tmpfs, {instancePath:instancePath+"/tmpfs",parentData:data,parentDataProperty:"tmpfs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
if(data.user !== undefined){
if(!(validate80(data.user, {instancePath:instancePath+"/user",parentData:data,parentDataProperty:"user",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
if(data.group_add !== undefined){
let data7 = data.group_add;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if((typeof data8 !== "string") && (!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8))))){
const err3 = {instancePath:instancePath+"/group_add/" + i1,schemaPath:"#/properties/group_add/items/type",keyword:"type",params:{type: schema27.properties.group_add.items.type},schema:schema27.properties.group_add.items.type,parentSchema:schema27.properties.group_add.items,data:data8};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 4294967294 || isNaN(data8)){
const err4 = {instancePath:instancePath+"/group_add/" + i1,schemaPath:"#/properties/group_add/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967294},schema:4294967294,parentSchema:schema27.properties.group_add.items,data:data8};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err5 = {instancePath:instancePath+"/group_add/" + i1,schemaPath:"#/properties/group_add/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema27.properties.group_add.items,data:data8};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(typeof data8 === "string"){
if(!pattern23.test(data8)){
const err6 = {instancePath:instancePath+"/group_add/" + i1,schemaPath:"#/properties/group_add/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}$"},schema:"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}$",parentSchema:schema27.properties.group_add.items,data:data8};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/group_add",schemaPath:"#/properties/group_add/type",keyword:"type",params:{type: "array"},schema:schema27.properties.group_add.type,parentSchema:schema27.properties.group_add,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.environment !== undefined){
if(!(validate60(data.environment, {instancePath:instancePath+"/environment",parentData:data,parentDataProperty:"environment",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.command !== undefined){
if(!(validate83(data.command, {instancePath:instancePath+"/command",parentData:data,parentDataProperty:"command",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data.entrypoint !== undefined){
if(!(validate83(data.entrypoint, {instancePath:instancePath+"/entrypoint",parentData:data,parentDataProperty:"entrypoint",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data.working_dir !== undefined){
if(!(validate88(data.working_dir, {instancePath:instancePath+"/working_dir",parentData:data,parentDataProperty:"working_dir",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.volumes !== undefined){
let data13 = data.volumes;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(typeof data14 === "string"){
if(!pattern6.test(data14)){
const err8 = {instancePath:instancePath+"/volumes/" + i2,schemaPath:"#/properties/volumes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"},schema:"^[^\\u0000]+$",parentSchema:schema27.properties.volumes.items,data:data14};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/volumes/" + i2,schemaPath:"#/properties/volumes/items/type",keyword:"type",params:{type: "string"},schema:schema27.properties.volumes.items.type,parentSchema:schema27.properties.volumes.items,data:data14};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/volumes",schemaPath:"#/properties/volumes/type",keyword:"type",params:{type: "array"},schema:schema27.properties.volumes.type,parentSchema:schema27.properties.volumes,data:data13};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.pids_limit !== undefined){
let data15 = data.pids_limit;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err11 = {instancePath:instancePath+"/pids_limit",schemaPath:"#/properties/pids_limit/type",keyword:"type",params:{type: "integer"},schema:schema27.properties.pids_limit.type,parentSchema:schema27.properties.pids_limit,data:data15};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 4194304 || isNaN(data15)){
const err12 = {instancePath:instancePath+"/pids_limit",schemaPath:"#/properties/pids_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4194304},schema:4194304,parentSchema:schema27.properties.pids_limit,data:data15};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err13 = {instancePath:instancePath+"/pids_limit",schemaPath:"#/properties/pids_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27.properties.pids_limit,data:data15};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.mem_limit !== undefined){
if(!(validate90(data.mem_limit, {instancePath:instancePath+"/mem_limit",parentData:data,parentDataProperty:"mem_limit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
if(data.cpus !== undefined){
let data17 = data.cpus;
if((!((typeof data17 == "number") && (isFinite(data17)))) && (typeof data17 !== "string")){
const err14 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/type",keyword:"type",params:{type: schema27.properties.cpus.type},schema:schema27.properties.cpus.type,parentSchema:schema27.properties.cpus,data:data17};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 4096 || isNaN(data17)){
const err15 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema27.properties.cpus,data:data17};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data17 <= 0 || isNaN(data17)){
const err16 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema27.properties.cpus,data:data17};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(typeof data17 === "string"){
if(!pattern29.test(data17)){
const err17 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9]{1,4})(?:\\.[0-9]{1,9})?$"},schema:"^(?:[0-9]{1,4})(?:\\.[0-9]{1,9})?$",parentSchema:schema27.properties.cpus,data:data17};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.ulimits !== undefined){
if(!(validate92(data.ulimits, {instancePath:instancePath+"/ulimits",parentData:data,parentDataProperty:"ulimits",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
}
if(data.init !== undefined){
let data19 = data.init;
if(typeof data19 !== "boolean"){
const err18 = {instancePath:instancePath+"/init",schemaPath:"#/properties/init/type",keyword:"type",params:{type: "boolean"},schema:schema27.properties.init.type,parentSchema:schema27.properties.init,data:data19};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.stop_signal !== undefined){
let data20 = data.stop_signal;
if((typeof data20 !== "string") && (!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20))))){
const err19 = {instancePath:instancePath+"/stop_signal",schemaPath:"#/properties/stop_signal/type",keyword:"type",params:{type: schema27.properties.stop_signal.type},schema:schema27.properties.stop_signal.type,parentSchema:schema27.properties.stop_signal,data:data20};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 64 || isNaN(data20)){
const err20 = {instancePath:instancePath+"/stop_signal",schemaPath:"#/properties/stop_signal/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},schema:64,parentSchema:schema27.properties.stop_signal,data:data20};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err21 = {instancePath:instancePath+"/stop_signal",schemaPath:"#/properties/stop_signal/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27.properties.stop_signal,data:data20};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.stop_grace_period !== undefined){
if(!(validate113(data.stop_grace_period, {instancePath:instancePath+"/stop_grace_period",parentData:data,parentDataProperty:"stop_grace_period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
if(data.sysctls !== undefined){
if(!(validate115(data.sysctls, {instancePath:instancePath+"/sysctls",parentData:data,parentDataProperty:"sysctls",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
if(data.networks !== undefined){
let data23 = data.networks;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key1 in data23){
if(!(key1 === "egress")){
const err22 = {instancePath:instancePath+"/networks",schemaPath:"#/properties/networks/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema27.properties.networks,data:data23};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data23.egress !== undefined){
let data24 = data23.egress;
if(typeof data24 !== "boolean"){
const err23 = {instancePath:instancePath+"/networks/egress",schemaPath:"#/properties/networks/properties/egress/type",keyword:"type",params:{type: "boolean"},schema:schema27.properties.networks.properties.egress.type,parentSchema:schema27.properties.networks.properties.egress,data:data24};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/networks",schemaPath:"#/properties/networks/type",keyword:"type",params:{type: "object"},schema:schema27.properties.networks.type,parentSchema:schema27.properties.networks,data:data23};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate69.errors = vErrors;
return errors === 0;
}
validate69.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema43 = {"type":"object","additionalProperties":false,"oneOf":[{"required":["http"]},{"required":["tcp"]},{"required":["log"]},{"required":["exec"]},{"required":["client"]},{"required":["healthcheck"]}],"properties":{"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"},"log":{"$ref":"#/$defs/log"},"exec":{"$ref":"#/$defs/exec"},"client":{"$ref":"#/$defs/client"},"healthcheck":{"const":true},"timeout":{"$ref":"#/$defs/duration"}}};
const schema44 = {"type":"object","additionalProperties":false,"required":["port"],"properties":{"port":{"$ref":"#/$defs/port"},"path":{"type":"string","pattern":"^/[\\u0021-\\u007e]*$","errorMessage":"expected a path that starts with / and has no spaces or non-ASCII characters (percent-encode them)"},"method":{"enum":["GET","HEAD","POST","PUT","PATCH","DELETE","OPTIONS"]},"request_headers":{"type":"object","additionalProperties":false,"patternProperties":{"^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$":{"type":"string","pattern":"^[\\u0020-\\u007e\\u0080-\\u00ff]*$","errorMessage":"expected one line of text"}},"errorMessage":"expected header names such as content-type"},"request_body":{"type":"string"},"status":{"type":"integer","minimum":100,"maximum":599},"headers":{"type":"object","additionalProperties":false,"patternProperties":{"^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected header names such as content-type"},"body":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a map such as { port: 80, path: / }"};
const schema45 = {"type":"integer","minimum":1,"maximum":65535};

function validate133(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate133.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"},schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 65535 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
validate133.errors = vErrors;
return errors === 0;
}
validate133.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema46 = {"type":"object","minProperties":1,"additionalProperties":false,"properties":{"contains":{"$ref":"#/$defs/contains"},"matches":{"$ref":"#/$defs/matches"},"equals":{"type":"string"},"absent":{"$ref":"#/$defs/absent"},"json":{"type":"object","minProperties":1,"additionalProperties":false,"patternProperties":{"^(?:/(?:[^~/]|~[01])*)*$":true},"errorMessage":"expected JSON pointers such as /status"}},"errorMessage":"expected a map with at least one of contains, matches, equals, absent and json"};

function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate136.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema31.type},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern20.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "[\\s\\S]"},schema:"[\\s\\S]",parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
validate136.errors = vErrors;
return errors === 0;
}
validate136.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate139.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema31.type},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern20.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "[\\s\\S]"},schema:"[\\s\\S]",parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
validate139.errors = vErrors;
return errors === 0;
}
validate139.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate142.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema31.type},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern20.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "[\\s\\S]"},schema:"[\\s\\S]",parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
validate142.errors = vErrors;
return errors === 0;
}
validate142.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const pattern41 = new RegExp("^(?:/(?:[^~/]|~[01])*)*$", "u");

function validate135(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate135.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "contains") || (key0 === "matches")) || (key0 === "equals")) || (key0 === "absent")) || (key0 === "json"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.contains !== undefined){
if(!(validate136(data.contains, {instancePath:instancePath+"/contains",parentData:data,parentDataProperty:"contains",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
errors = vErrors.length;
}
}
if(data.matches !== undefined){
if(!(validate139(data.matches, {instancePath:instancePath+"/matches",parentData:data,parentDataProperty:"matches",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
if(data.equals !== undefined){
let data2 = data.equals;
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/equals",schemaPath:"#/properties/equals/type",keyword:"type",params:{type: "string"},schema:schema46.properties.equals.type,parentSchema:schema46.properties.equals,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.absent !== undefined){
if(!(validate142(data.absent, {instancePath:instancePath+"/absent",parentData:data,parentDataProperty:"absent",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
errors = vErrors.length;
}
}
if(data.json !== undefined){
let data4 = data.json;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err3 = {instancePath:instancePath+"/json",schemaPath:"#/properties/json/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema46.properties.json,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data4){
if(!(pattern41.test(key1))){
const err4 = {instancePath:instancePath+"/json",schemaPath:"#/properties/json/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema46.properties.json,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/json",schemaPath:"#/properties/json/type",keyword:"type",params:{type: "object"},schema:schema46.properties.json.type,parentSchema:schema46.properties.json,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate135.errors = vErrors;
return errors === 0;
}
validate135.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern32 = new RegExp("^/[\\u0021-\\u007e]*$", "u");
const pattern33 = new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$", "u");
const pattern35 = new RegExp("^[\\u0020-\\u007e\\u0080-\\u00ff]*$", "u");

function validate132(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate132.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.port === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "port"},schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "port") || (key0 === "path")) || (key0 === "method")) || (key0 === "request_headers")) || (key0 === "request_body")) || (key0 === "status")) || (key0 === "headers")) || (key0 === "body"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.port !== undefined){
if(!(validate133(data.port, {instancePath:instancePath+"/port",parentData:data,parentDataProperty:"port",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
errors = vErrors.length;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(!pattern32.test(data1)){
const err2 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[\\u0021-\\u007e]*$"},schema:"^/[\\u0021-\\u007e]*$",parentSchema:schema44.properties.path,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema44.properties.path.type,parentSchema:schema44.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.method !== undefined){
let data2 = data.method;
if(!(((((((data2 === "GET") || (data2 === "HEAD")) || (data2 === "POST")) || (data2 === "PUT")) || (data2 === "PATCH")) || (data2 === "DELETE")) || (data2 === "OPTIONS"))){
const err4 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema44.properties.method.enum},schema:schema44.properties.method.enum,parentSchema:schema44.properties.method,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.request_headers !== undefined){
let data3 = data.request_headers;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(pattern33.test(key1))){
const err5 = {instancePath:instancePath+"/request_headers",schemaPath:"#/properties/request_headers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema44.properties.request_headers,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
for(const key2 in data3){
if(pattern33.test(key2)){
let data4 = data3[key2];
if(typeof data4 === "string"){
if(!pattern35.test(data4)){
const err6 = {instancePath:instancePath+"/request_headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/request_headers/patternProperties/%5E%5B!%23%24%25%26'*%2B.%5E_%60%7C~00-9A-Za-z-%5D%7B1%2C100%7D%24/pattern",keyword:"pattern",params:{pattern: "^[\\u0020-\\u007e\\u0080-\\u00ff]*$"},schema:"^[\\u0020-\\u007e\\u0080-\\u00ff]*$",parentSchema:schema44.properties.request_headers.patternProperties["^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$"],data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/request_headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/request_headers/patternProperties/%5E%5B!%23%24%25%26'*%2B.%5E_%60%7C~00-9A-Za-z-%5D%7B1%2C100%7D%24/type",keyword:"type",params:{type: "string"},schema:schema44.properties.request_headers.patternProperties["^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$"].type,parentSchema:schema44.properties.request_headers.patternProperties["^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$"],data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/request_headers",schemaPath:"#/properties/request_headers/type",keyword:"type",params:{type: "object"},schema:schema44.properties.request_headers.type,parentSchema:schema44.properties.request_headers,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.request_body !== undefined){
let data5 = data.request_body;
if(typeof data5 !== "string"){
const err9 = {instancePath:instancePath+"/request_body",schemaPath:"#/properties/request_body/type",keyword:"type",params:{type: "string"},schema:schema44.properties.request_body.type,parentSchema:schema44.properties.request_body,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.status !== undefined){
let data6 = data.status;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err10 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},schema:schema44.properties.status.type,parentSchema:schema44.properties.status,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 599 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},schema:599,parentSchema:schema44.properties.status,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 < 100 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},schema:100,parentSchema:schema44.properties.status,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.headers !== undefined){
let data7 = data.headers;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(!(pattern33.test(key3))){
const err13 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema44.properties.headers,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
for(const key4 in data7){
if(pattern33.test(key4)){
if(!(validate135(data7[key4], {instancePath:instancePath+"/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data7,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: "object"},schema:schema44.properties.headers.type,parentSchema:schema44.properties.headers,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.body !== undefined){
if(!(validate135(data.body, {instancePath:instancePath+"/body",parentData:data,parentDataProperty:"body",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate132.errors = vErrors;
return errors === 0;
}
validate132.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema50 = {"type":["integer","object"],"minimum":1,"maximum":65535,"additionalProperties":false,"required":["port"],"properties":{"port":{"$ref":"#/$defs/port"},"send":{"type":"string"},"expect":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a port from 1 to 65535, or a map such as { port: 25, expect: { contains: '220' } }"};

function validate148(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate148.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))) && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema50.type},schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 65535 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},schema:65535,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.port === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "port"},schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "port") || (key0 === "send")) || (key0 === "expect"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.port !== undefined){
if(!(validate133(data.port, {instancePath:instancePath+"/port",parentData:data,parentDataProperty:"port",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
errors = vErrors.length;
}
}
if(data.send !== undefined){
let data1 = data.send;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/send",schemaPath:"#/properties/send/type",keyword:"type",params:{type: "string"},schema:schema50.properties.send.type,parentSchema:schema50.properties.send,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.expect !== undefined){
if(!(validate135(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
}
validate148.errors = vErrors;
return errors === 0;
}
validate148.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema51 = {"type":"object","minProperties":1,"additionalProperties":false,"properties":{"present":{"$ref":"#/$defs/contains"},"contains":{"$ref":"#/$defs/contains"},"matches":{"$ref":"#/$defs/matches"},"absent":{"$ref":"#/$defs/absent"}},"errorMessage":"expected a map with at least one of present, contains, matches and absent"};

function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate152.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "present") || (key0 === "contains")) || (key0 === "matches")) || (key0 === "absent"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.present !== undefined){
if(!(validate136(data.present, {instancePath:instancePath+"/present",parentData:data,parentDataProperty:"present",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
errors = vErrors.length;
}
}
if(data.contains !== undefined){
if(!(validate136(data.contains, {instancePath:instancePath+"/contains",parentData:data,parentDataProperty:"contains",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
errors = vErrors.length;
}
}
if(data.matches !== undefined){
if(!(validate139(data.matches, {instancePath:instancePath+"/matches",parentData:data,parentDataProperty:"matches",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
if(data.absent !== undefined){
if(!(validate142(data.absent, {instancePath:instancePath+"/absent",parentData:data,parentDataProperty:"absent",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}
validate152.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema52 = {"type":"object","additionalProperties":false,"required":["command"],"properties":{"command":{"$ref":"#/$defs/commandLine"},"user":{"$ref":"#/$defs/user"},"exit_code":{"$ref":"#/$defs/exitCode"},"stdout":{"$ref":"#/$defs/expectation"},"stderr":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a map such as { command: [smbstatus] }"};
const schema53 = {"type":"integer","minimum":0,"maximum":255};

function validate161(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate161.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"},schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 255 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},schema:255,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
validate161.errors = vErrors;
return errors === 0;
}
validate161.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate158(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate158.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.command === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "command"},schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "command") || (key0 === "user")) || (key0 === "exit_code")) || (key0 === "stdout")) || (key0 === "stderr"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.command !== undefined){
if(!(validate83(data.command, {instancePath:instancePath+"/command",parentData:data,parentDataProperty:"command",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data.user !== undefined){
if(!(validate80(data.user, {instancePath:instancePath+"/user",parentData:data,parentDataProperty:"user",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
if(data.exit_code !== undefined){
if(!(validate161(data.exit_code, {instancePath:instancePath+"/exit_code",parentData:data,parentDataProperty:"exit_code",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
errors = vErrors.length;
}
}
if(data.stdout !== undefined){
if(!(validate135(data.stdout, {instancePath:instancePath+"/stdout",parentData:data,parentDataProperty:"stdout",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
if(data.stderr !== undefined){
if(!(validate135(data.stderr, {instancePath:instancePath+"/stderr",parentData:data,parentDataProperty:"stderr",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate158.errors = vErrors;
return errors === 0;
}
validate158.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema54 = {"type":"object","additionalProperties":false,"oneOf":[{"required":["image"]},{"required":["build"]}],"properties":{"image":{"$ref":"#/$defs/image"},"build":{"$ref":"#/$defs/build"},"command":{"$ref":"#/$defs/commandLine"},"environment":{"$ref":"#/$defs/pairs"},"exit_code":{"$ref":"#/$defs/exitCode"},"stdout":{"$ref":"#/$defs/expectation"},"stderr":{"$ref":"#/$defs/expectation"}},"errorMessage":"expected a map such as { image: 'curlimages/curl:8.10.1', command: [curl, 'http://web:8080/'] }"};

function validate166(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate166.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.image === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "image"},schema:schema54.oneOf[0].required,parentSchema:schema54.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.build === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "build"},schema:schema54.oneOf[1].required,parentSchema:schema54.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},schema:schema54.oneOf,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "image") || (key0 === "build")) || (key0 === "command")) || (key0 === "environment")) || (key0 === "exit_code")) || (key0 === "stdout")) || (key0 === "stderr"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.image !== undefined){
if(!(validate54(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.build !== undefined){
if(!(validate56(data.build, {instancePath:instancePath+"/build",parentData:data,parentDataProperty:"build",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.command !== undefined){
if(!(validate83(data.command, {instancePath:instancePath+"/command",parentData:data,parentDataProperty:"command",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data.environment !== undefined){
if(!(validate60(data.environment, {instancePath:instancePath+"/environment",parentData:data,parentDataProperty:"environment",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.exit_code !== undefined){
if(!(validate161(data.exit_code, {instancePath:instancePath+"/exit_code",parentData:data,parentDataProperty:"exit_code",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
errors = vErrors.length;
}
}
if(data.stdout !== undefined){
if(!(validate135(data.stdout, {instancePath:instancePath+"/stdout",parentData:data,parentDataProperty:"stdout",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
if(data.stderr !== undefined){
if(!(validate135(data.stderr, {instancePath:instancePath+"/stderr",parentData:data,parentDataProperty:"stderr",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate166.errors = vErrors;
return errors === 0;
}
validate166.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate131.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.http === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "http"},schema:schema43.oneOf[0].required,parentSchema:schema43.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tcp === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "tcp"},schema:schema43.oneOf[1].required,parentSchema:schema43.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.log === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "log"},schema:schema43.oneOf[2].required,parentSchema:schema43.oneOf[2],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exec === undefined){
const err3 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "exec"},schema:schema43.oneOf[3].required,parentSchema:schema43.oneOf[3],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.client === undefined){
const err4 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "client"},schema:schema43.oneOf[4].required,parentSchema:schema43.oneOf[4],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.healthcheck === undefined){
const err5 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "healthcheck"},schema:schema43.oneOf[5].required,parentSchema:schema43.oneOf[5],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 5];
}
else {
if(_valid0){
valid0 = true;
passing0 = 5;
}
}
}
}
}
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},schema:schema43.oneOf,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "http") || (key0 === "tcp")) || (key0 === "log")) || (key0 === "exec")) || (key0 === "client")) || (key0 === "healthcheck")) || (key0 === "timeout"))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.http !== undefined){
if(!(validate132(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
errors = vErrors.length;
}
}
if(data.tcp !== undefined){
if(!(validate148(data.tcp, {instancePath:instancePath+"/tcp",parentData:data,parentDataProperty:"tcp",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
errors = vErrors.length;
}
}
if(data.log !== undefined){
if(!(validate152(data.log, {instancePath:instancePath+"/log",parentData:data,parentDataProperty:"log",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data.exec !== undefined){
if(!(validate158(data.exec, {instancePath:instancePath+"/exec",parentData:data,parentDataProperty:"exec",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate158.errors : vErrors.concat(validate158.errors);
errors = vErrors.length;
}
}
if(data.client !== undefined){
if(!(validate166(data.client, {instancePath:instancePath+"/client",parentData:data,parentDataProperty:"client",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate166.errors : vErrors.concat(validate166.errors);
errors = vErrors.length;
}
}
if(data.healthcheck !== undefined){
let data5 = data.healthcheck;
if(true !== data5){
const err8 = {instancePath:instancePath+"/healthcheck",schemaPath:"#/properties/healthcheck/const",keyword:"const",params:{allowedValue: true},schema:true,parentSchema:schema43.properties.healthcheck,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.timeout !== undefined){
if(!(validate113(data.timeout, {instancePath:instancePath+"/timeout",parentData:data,parentDataProperty:"timeout",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}
validate131.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema55 = {"type":"object","additionalProperties":false,"required":["name"],"oneOf":[{"required":["http"]},{"required":["tcp"]},{"required":["log"]},{"required":["exec"]},{"required":["client"]}],"properties":{"name":{"type":"string","pattern":"^(?=\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,100}$","errorMessage":"expected one line of 1 to 100 characters"},"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"},"log":{"$ref":"#/$defs/log"},"exec":{"$ref":"#/$defs/exec"},"client":{"$ref":"#/$defs/client"},"timeout":{"$ref":"#/$defs/duration"},"retries":{"type":"integer","minimum":0,"maximum":100}}};
const pattern42 = new RegExp("^(?=\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,100}$", "u");

function validate177(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate177.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.http === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "http"},schema:schema55.oneOf[0].required,parentSchema:schema55.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tcp === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "tcp"},schema:schema55.oneOf[1].required,parentSchema:schema55.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.log === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "log"},schema:schema55.oneOf[2].required,parentSchema:schema55.oneOf[2],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exec === undefined){
const err3 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "exec"},schema:schema55.oneOf[3].required,parentSchema:schema55.oneOf[3],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.client === undefined){
const err4 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "client"},schema:schema55.oneOf[4].required,parentSchema:schema55.oneOf[4],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
}
}
}
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},schema:schema55.oneOf,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "http")) || (key0 === "tcp")) || (key0 === "log")) || (key0 === "exec")) || (key0 === "client")) || (key0 === "timeout")) || (key0 === "retries"))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern42.test(data0)){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^(?=\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,100}$"},schema:"^(?=\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,100}$",parentSchema:schema55.properties.name,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema55.properties.name.type,parentSchema:schema55.properties.name,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.http !== undefined){
if(!(validate132(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
errors = vErrors.length;
}
}
if(data.tcp !== undefined){
if(!(validate148(data.tcp, {instancePath:instancePath+"/tcp",parentData:data,parentDataProperty:"tcp",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
errors = vErrors.length;
}
}
if(data.log !== undefined){
if(!(validate152(data.log, {instancePath:instancePath+"/log",parentData:data,parentDataProperty:"log",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data.exec !== undefined){
if(!(validate158(data.exec, {instancePath:instancePath+"/exec",parentData:data,parentDataProperty:"exec",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate158.errors : vErrors.concat(validate158.errors);
errors = vErrors.length;
}
}
if(data.client !== undefined){
if(!(validate166(data.client, {instancePath:instancePath+"/client",parentData:data,parentDataProperty:"client",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate166.errors : vErrors.concat(validate166.errors);
errors = vErrors.length;
}
}
if(data.timeout !== undefined){
if(!(validate113(data.timeout, {instancePath:instancePath+"/timeout",parentData:data,parentDataProperty:"timeout",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
if(data.retries !== undefined){
let data7 = data.retries;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err10 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/type",keyword:"type",params:{type: "integer"},schema:schema55.properties.retries.type,parentSchema:schema55.properties.retries,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 100 || isNaN(data7)){
const err11 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema55.properties.retries,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema55.properties.retries,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate177.errors = vErrors;
return errors === 0;
}
validate177.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema56 = {"type":"object","additionalProperties":false,"properties":{"looseness":{"type":"number","minimum":0,"maximum":300},"unused_capabilities":{"type":"integer","minimum":0,"maximum":41}}};

function validate185(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate185.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "looseness") || (key0 === "unused_capabilities"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.looseness !== undefined){
let data0 = data.looseness;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 300 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/looseness",schemaPath:"#/properties/looseness/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300},schema:300,parentSchema:schema56.properties.looseness,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/looseness",schemaPath:"#/properties/looseness/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema56.properties.looseness,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/looseness",schemaPath:"#/properties/looseness/type",keyword:"type",params:{type: "number"},schema:schema56.properties.looseness.type,parentSchema:schema56.properties.looseness,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.unused_capabilities !== undefined){
let data1 = data.unused_capabilities;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/unused_capabilities",schemaPath:"#/properties/unused_capabilities/type",keyword:"type",params:{type: "integer"},schema:schema56.properties.unused_capabilities.type,parentSchema:schema56.properties.unused_capabilities,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 41 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/unused_capabilities",schemaPath:"#/properties/unused_capabilities/maximum",keyword:"maximum",params:{comparison: "<=", limit: 41},schema:41,parentSchema:schema56.properties.unused_capabilities,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/unused_capabilities",schemaPath:"#/properties/unused_capabilities/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema56.properties.unused_capabilities,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate185.errors = vErrors;
return errors === 0;
}
validate185.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema57 = {"type":"object","additionalProperties":false,"required":["reason","expires"],"oneOf":[{"required":["syscall"]},{"required":["capability"]}],"properties":{"syscall":{"type":"string","pattern":"^[a-z0-9_]{1,64}$","errorMessage":"expected the name of a syscall, such as fsync"},"capability":{"$ref":"#/$defs/capability"},"reason":{"type":"string","pattern":"\\S","errorMessage":"expected the reason in a few words"},"expires":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","errorMessage":"expected a date such as 2027-03-01"}}};
const pattern43 = new RegExp("^[a-z0-9_]{1,64}$", "u");
const pattern45 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");

function validate187(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate187.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.syscall === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "syscall"},schema:schema57.oneOf[0].required,parentSchema:schema57.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.capability === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "capability"},schema:schema57.oneOf[1].required,parentSchema:schema57.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},schema:schema57.oneOf,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reason === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.expires === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires"},schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "syscall") || (key0 === "capability")) || (key0 === "reason")) || (key0 === "expires"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.syscall !== undefined){
let data0 = data.syscall;
if(typeof data0 === "string"){
if(!pattern43.test(data0)){
const err6 = {instancePath:instancePath+"/syscall",schemaPath:"#/properties/syscall/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_]{1,64}$"},schema:"^[a-z0-9_]{1,64}$",parentSchema:schema57.properties.syscall,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/syscall",schemaPath:"#/properties/syscall/type",keyword:"type",params:{type: "string"},schema:schema57.properties.syscall.type,parentSchema:schema57.properties.syscall,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.capability !== undefined){
if(!(validate71(data.capability, {instancePath:instancePath+"/capability",parentData:data,parentDataProperty:"capability",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
if(data.reason !== undefined){
let data2 = data.reason;
if(typeof data2 === "string"){
if(!pattern19.test(data2)){
const err8 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema57.properties.reason,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema57.properties.reason.type,parentSchema:schema57.properties.reason,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.expires !== undefined){
let data3 = data.expires;
if(typeof data3 === "string"){
if(!pattern45.test(data3)){
const err10 = {instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",parentSchema:schema57.properties.expires,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/type",keyword:"type",params:{type: "string"},schema:schema57.properties.expires.type,parentSchema:schema57.properties.expires,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate187.errors = vErrors;
return errors === 0;
}
validate187.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema58 = {"type":"object","additionalProperties":false,"patternProperties":{"^[A-Za-z][A-Za-z0-9_-]{0,63}$":{"$ref":"#/$defs/ruleSetting"}},"errorMessage":"expected the id of a rule, such as runs-as-root"};
const pattern46 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{0,63}$", "u");
const schema59 = {"type":"object","additionalProperties":false,"required":["severity","reason"],"properties":{"severity":{"enum":["off","warn","error"]},"reason":{"type":"string","pattern":"\\S","errorMessage":"expected the reason in a few words"}}};

function validate191(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate191.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.severity === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},schema:schema59.required,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema59.required,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "severity") || (key0 === "reason"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.severity !== undefined){
let data0 = data.severity;
if(!(((data0 === "off") || (data0 === "warn")) || (data0 === "error"))){
const err3 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/enum",keyword:"enum",params:{allowedValues: schema59.properties.severity.enum},schema:schema59.properties.severity.enum,parentSchema:schema59.properties.severity,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.reason !== undefined){
let data1 = data.reason;
if(typeof data1 === "string"){
if(!pattern19.test(data1)){
const err4 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema59.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema59.properties.reason.type,parentSchema:schema59.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate191.errors = vErrors;
return errors === 0;
}
validate191.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate190(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate190.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(pattern46.test(key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
for(const key1 in data){
if(pattern46.test(key1)){
if(!(validate191(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate191.errors : vErrors.concat(validate191.errors);
errors = vErrors.length;
}
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate190.errors = vErrors;
return errors === 0;
}
validate190.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema60 = {"type":"object","additionalProperties":false,"properties":{"repeats":{"type":"integer","minimum":0,"maximum":1000,"errorMessage":"expected a whole number from 0 to 1000"},"try_frozen":{"type":"boolean"}},"errorMessage":"expected a map with repeats and try_frozen"};

function validate194(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate194.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "repeats") || (key0 === "try_frozen"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.repeats !== undefined){
let data0 = data.repeats;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.repeats.type,parentSchema:schema60.properties.repeats,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema60.properties.repeats,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.repeats,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.try_frozen !== undefined){
let data1 = data.try_frozen;
if(typeof data1 !== "boolean"){
const err4 = {instancePath:instancePath+"/try_frozen",schemaPath:"#/properties/try_frozen/type",keyword:"type",params:{type: "boolean"},schema:schema60.properties.try_frozen.type,parentSchema:schema60.properties.try_frozen,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate194.errors = vErrors;
return errors === 0;
}
validate194.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.image === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "image"},schema:schema20.oneOf[0].required,parentSchema:schema20.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.build === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "build"},schema:schema20.oneOf[1].required,parentSchema:schema20.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},schema:schema20.oneOf,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema20.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.image !== undefined){
if(!(validate54(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.build !== undefined){
if(!(validate56(data.build, {instancePath:instancePath+"/build",parentData:data,parentDataProperty:"build",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.run !== undefined){
if(!(validate69(data.run, {instancePath:instancePath+"/run",parentData:data,parentDataProperty:"run",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
errors = vErrors.length;
}
}
if(data.ready !== undefined){
if(!(validate131(data.ready, {instancePath:instancePath+"/ready",parentData:data,parentDataProperty:"ready",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data.tests !== undefined){
let data4 = data.tests;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate177(data4[i0], {instancePath:instancePath+"/tests/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "array"},schema:schema20.properties.tests.type,parentSchema:schema20.properties.tests,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.limits !== undefined){
if(!(validate185(data.limits, {instancePath:instancePath+"/limits",parentData:data,parentDataProperty:"limits",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
errors = vErrors.length;
}
}
if(data.exceptions !== undefined){
let data7 = data.exceptions;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate187(data7[i1], {instancePath:instancePath+"/exceptions/" + i1,parentData:data7,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate187.errors : vErrors.concat(validate187.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/type",keyword:"type",params:{type: "array"},schema:schema20.properties.exceptions.type,parentSchema:schema20.properties.exceptions,data:data7};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.rules !== undefined){
if(!(validate190(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
errors = vErrors.length;
}
}
if(data.minimize !== undefined){
if(!(validate194(data.minimize, {instancePath:instancePath+"/minimize",parentData:data,parentDataProperty:"minimize",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate194.errors : vErrors.concat(validate194.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema61 = {"enum":["cis-docker","pss-baseline","pss-restricted","owasp","nist-800-190"]};

function validate197(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate197.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((((data === "cis-docker") || (data === "pss-baseline")) || (data === "pss-restricted")) || (data === "owasp")) || (data === "nist-800-190"))){
const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema61.enum},schema:schema61.enum,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate197.errors = vErrors;
return errors === 0;
}
validate197.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.services === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "services"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "version") || (key0 === "services")) || (key0 === "standards")) || (key0 === "rules")) || (key0 === "runtimes"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(1 !== data0){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},schema:1,parentSchema:schema19.properties.version,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.services !== undefined){
let data1 = data.services;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err4 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema19.properties.services,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!(pattern3.test(key1))){
const err5 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema19.properties.services,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
for(const key2 in data1){
if(pattern3.test(key2)){
if(!(validate53(data1[key2], {instancePath:instancePath+"/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "object"},schema:schema19.properties.services.type,parentSchema:schema19.properties.services,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.standards !== undefined){
let data3 = data.standards;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate197(data3[i0], {instancePath:instancePath+"/standards/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate197.errors : vErrors.concat(validate197.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/standards",schemaPath:"#/properties/standards/type",keyword:"type",params:{type: "array"},schema:schema19.properties.standards.type,parentSchema:schema19.properties.standards,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.rules !== undefined){
if(!(validate190(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
errors = vErrors.length;
}
}
if(data.runtimes !== undefined){
let data6 = data.runtimes;
if(Array.isArray(data6)){
if(data6.length < 1){
const err8 = {instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema19.properties.runtimes,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/runtimes/" + i1,schemaPath:"#/properties/runtimes/items/type",keyword:"type",params:{type: "string"},schema:schema19.properties.runtimes.items.type,parentSchema:schema19.properties.runtimes.items,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/type",keyword:"type",params:{type: "array"},schema:schema19.properties.runtimes.type,parentSchema:schema19.properties.runtimes,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const schema: SchemaNode = schema19;
export const validate: Validator = validate52;
