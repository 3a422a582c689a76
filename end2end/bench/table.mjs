// One markdown table of several sections: each begins with a row of its own headings.

/** A section: its name, its headings, its rows; a row is a name and as many cells as there are headings. */
export const section = (name, headings, rows) => [[name, ...headings].map((cell) => `**${cell}**`), ...rows];

/** A sentence that needs to be read with the figures above it. */
export const note = (text) => [[`_${text}_`]];

export function table(rows) {
  const columns = Math.max(...rows.map((row) => row.length));
  const isNote = (row) => row.length === 1;
  const text = rows.map((row) => Array.from({ length: columns }, (_, n) => String(row[n] ?? '')));
  const widths = Array.from({ length: columns }, (_, n) => Math.max(3, ...text.filter((_, r) => n || !isNote(rows[r])).map((row) => row[n].length)));
  const line = (row) => `| ${row.map((cell, n) => (n ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join(' | ')} |`;
  const ruler = widths.map((width, n) => (n ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(widths.map(() => '')), line(ruler), ...text.map(line)].join('\n');
}

export const kb = (bytes) => (bytes / 1024).toFixed(1);
export const seconds = (ms) => (Number.isFinite(ms) ? (ms / 1000).toFixed(2) : 'never');
export const whole = (number) => Math.round(number).toLocaleString('en');

export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)];
}
export const median = (numbers) => quantile(numbers, 0.5);
