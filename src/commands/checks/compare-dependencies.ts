// Which packages have no line in the page of dependencies, and which lines have no package.

const row = /^\| ([^|]+) \|(?: [^|]+ \|){3}$/gm;

export function compareDependencies(page: string, packages: readonly string[]): string[] {
  const cells = [...page.matchAll(row)].map(([, cell = '']) => cell).filter((cell) => cell !== 'package');
  const named = cells.flatMap((cell) => cell.split(', '));
  return [
    ...packages
      .filter((name) => !named.includes(name))
      .map((name) => `${name}: docs/DEPENDENCIES.md has no line for it.`),
    ...named
      .filter((name) => !packages.includes(name))
      .map((name) => `${name}: has a line in docs/DEPENDENCIES.md, but is no dependency.`),
  ];
}
