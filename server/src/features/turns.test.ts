import { expect, test } from 'vitest';
import { inTurns } from './turns.ts';

const collect = async <T>(items: AsyncIterable<T>) => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

test('a message that comes during long work is not kept waiting until its end', async () => {
  let message = 'waiting';
  const seen: string[] = [];
  setTimeout(() => {
    message = 'in';
  }, 0);
  for await (const _ of inTurns([1, 2, 3], undefined, 0)) seen.push(message);
  expect(seen).toEqual(['waiting', 'in', 'in']);
});

test('all items come, in their order, and nothing is waited for within a slice', async () => {
  const between: number[] = [];
  const pause = async () => void between.push(between.length);
  expect(await collect(inTurns(['a', 'b', 'c'], pause, 0))).toEqual(['a', 'b', 'c']);
  expect(between).toEqual([0, 1, 2]);
  expect(await collect(inTurns(['a', 'b', 'c'], pause, Number.POSITIVE_INFINITY))).toEqual(['a', 'b', 'c']);
  expect(between).toEqual([0, 1, 2]);
});
