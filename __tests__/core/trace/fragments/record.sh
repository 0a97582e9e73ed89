#!/bin/sh
# Records every scenario of lab.c on this machine's kernel, as text, into this folder. Needs root, tracefs and gcc.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trace=/sys/kernel/tracing/instances/fragments-$$
trap 'cd /; rmdir "$trace" 2>/dev/null || true; rm -rf "$work"' EXIT
gcc -O1 -static -w -o "$work/lab" "$here/lab.c" -lpthread
gcc -m32 -O1 -w -nostdlib -static -fno-pie -no-pie -fno-stack-protector -o "$work/lab32" "$here/lab32.c"

record() {
  mkdir "$trace"
  (
    cd "$trace"
    echo mono > trace_clock
    echo 1 > options/event-fork
    echo 'sig == 31' > events/signal/signal_generate/filter
    for event in raw_syscalls/sys_exit raw_syscalls/sys_enter task/task_newtask sched/sched_process_exec \
      sched/sched_process_exit signal/signal_generate; do echo 1 > "events/$event/enable"; done
    sh -c 'echo $$ > set_event_pid; cd "$1"; exec ./lab "$2"' - "$work" "$1" 2> /dev/null || true
    echo 0 > tracing_on
    # From unshare(CLONE_NEWPID) on.
    grep -v '^#' trace | sed -n '/NR 272 (20000000/,$p' | sed 's/^ *//; s/ *\[\([0-9]*\)\] [^ ]* *\([0-9.]*\): / \1 \2 /' > "$here/$1.txt"
  )
  rmdir "$trace"
  echo "$1: $(wc -l < "$here/$1.txt") events"
}

# The same events twice, as text and as the pages they were printed from, to prove the decoder with.
pages() {
  mkdir "$trace"
  (
    cd "$trace"
    echo 0 > tracing_on
    echo mono > trace_clock
    echo 1 > options/event-fork
    echo 'sig == 31' > events/signal/signal_generate/filter
    for event in raw_syscalls/sys_exit raw_syscalls/sys_enter task/task_newtask sched/sched_process_exec \
      sched/sched_process_exit signal/signal_generate capability/cap_capable; do
      echo 1 > "events/$event/enable"
      cat "events/$event/format" > "$here/pages/$(echo "$event" | tr / .).format"
    done
    cat ../../events/ftrace/print/format > "$here/pages/ftrace.print.format"
    sh -c 'echo $$ > set_event_pid; echo 1 > tracing_on; cd "$1"; exec ./lab kill-threads' - "$work" 2> /dev/null || true
    echo tightfit:1 > trace_marker
    echo 0 > tracing_on
    grep -v '^#' trace | sed 's/^ *//; s/ *\[\([0-9]*\)\] [^ ]* *\([0-9.]*\): / \1 \2 /' > "$here/pages/trace.txt"
    for cpu in per_cpu/cpu*; do
      dd if="$cpu/trace_pipe_raw" bs=4096 iflag=nonblock of="$here/pages/$(basename "$cpu").bin" 2> /dev/null || true
    done
  )
  rmdir "$trace"
}

mkdir -p "$here/pages"
pages
for scenario in $(cat "$here/scenarios"); do record "$scenario"; done
