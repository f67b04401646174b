/** The words of printing and of the papers a receipt can become, in English. */
export const enPaper = {
  roll: 'Paper',
  millimetres: (width: string) => `${width} mm`,
} as const;
