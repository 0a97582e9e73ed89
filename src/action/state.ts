/** Where the main step leaves its run's id for the post step. */
export const RUN_STATE = 'run';
