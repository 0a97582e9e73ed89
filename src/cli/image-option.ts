import { Option } from 'commander';

/** `--image`, which may be given several times. */
export function imageOption(): Option {
  const described = 'use this image for a service instead of its build or image, e.g. web=web:ci; repeatable';
  return new Option('--image <service=reference>', described).argParser(
    (text: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), text],
  );
}
