/**
 * One train over N components on the embedded GitHub in virtual time; prints what it took as JSON. A process of its own, so
 * that its peak memory is its own.
 */
import { simulateTrain } from '../../simulator/histories/simulate-train.ts';

const components = Number(process.argv[2]);
const started = performance.now();
const outcome = await simulateTrain(wide(components), 'folder');
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ ...outcome, seconds: (performance.now() - started) / 1_000, megabytes: maxRSS / 1024 }));

/** Each needs up to three of those before it; about as deep as real ecosystems are, and wide. */
function wide(count: number): { id: string; needs: string[] }[] {
  return Array.from({ length: count }, (_, index) => {
    const layer = Math.floor(index / 50);
    const needs = layer === 0 ? [] : [0, 7, 31].map((shift) => (layer - 1) * 50 + ((index + shift) % 50));
    return { id: `c${index}`, needs: [...new Set(needs)].filter((need) => need < index).map((need) => `c${need}`) };
  });
}
