/** Keys whose values are command lines or scripts. */

/** A command, as one string or as a list of words. */
export const commandKeys: ReadonlySet<string> = new Set(
  'command commands cmd entrypoint args arguments extraargs extra_args exec execstart execstartpre execstartpost execreload execstop start start_command startcommand run_command start_cmd server_args vllm_args engineargs additionalargs additional_args docker_args docker_server.start_command test healthcheck cmdline serve_command launch_command'.split(
    ' ',
  ),
);

/** A script: each string is shell by itself. */
export const scriptKeys: ReadonlySet<string> = new Set(
  'run script before_script after_script setup postcreatecommand poststartcommand updatecontentcommand oncreatecommand postattachcommand initializecommand install build prebuild postbuild init steps shell bash sh ps pwsh powershell cmd_start startup_script user_data userdata runcmd entrypoint_script start_script prepare setup_commands commands inlinescript bashscript cmds poststart prestop'.split(
    ' ',
  ),
);

/** An item that shows a list to be arguments. */
export const listFlags = /^(?:--[a-z][\w-]+(?:$|=)|-[a-z]=)/i;

/** What a list of arguments stands beside, in files and as the first argument of a call: the program. */
export const programKeys = ['command', 'cmd', 'program', 'executable', 'entrypoint', '#0', 'new', 'Command'];
