import { describe, expect, it } from 'vitest';
import { readRegions } from './answers.ts';

describe('regions', () => {
  it.each([
    ['eu, us', ['EU', 'US']],
    ['DE DE;FR', ['DE', 'FR']],
    ['UK', undefined],
    ['Germany', undefined],
    [' , ', undefined],
  ])('%s', (text, regions) => expect(readRegions(text)).toEqual(regions));
});
