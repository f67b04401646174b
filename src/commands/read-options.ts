/** Reads a command's options; one that it does not know, or `--help`, prints how the command is used and ends it. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Given = NonNullable<ParseArgsConfig['options']>;
type Values<Options extends Given> = ReturnType<typeof parseArgs<{ options: Options }>>['values'];

export function readOptions<const Options extends Given>(usage: string, options: Options): Values<Options> {
  if (process.argv.includes('--help')) end(usage, 0);
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return end(usage, 2);
  }
}

function end(usage: string, code: number): never {
  console.log(usage);
  process.exit(code);
}
