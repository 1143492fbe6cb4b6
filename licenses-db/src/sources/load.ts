/** Reads the database's source files from their folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AlternativesFile, License, OpennessFile, PublisherFile, RepublisherFile } from '../schema.ts';
import { YamlFile } from './yaml-file.ts';

/** The folder that holds licenses/, models/, openness/, alternatives/, republishers.yaml. */
export const DATABASE_FOLDER = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** A source file of a known kind. `data` is what its schema says only once validation has passed. */
export interface SourceFile<T> {
  readonly file: YamlFile;
  readonly data: T;
}

export interface Sources {
  readonly licenses: readonly SourceFile<License>[];
  readonly publishers: readonly SourceFile<PublisherFile>[];
  readonly openness: readonly SourceFile<OpennessFile>[];
  readonly alternatives: readonly SourceFile<AlternativesFile>[];
  readonly republishers: readonly SourceFile<RepublisherFile>[];
}

/** Every source file under `folder`. Throws only on I/O errors; broken YAML is kept, with its mistakes, in `file.syntax`. */
export function loadSources(folder = DATABASE_FOLDER): Sources {
  const read = <T>(name: string): SourceFile<T> => {
    const file = new YamlFile(name, readFileSync(path.join(folder, name), 'utf8'));
    return { file, data: file.data as T };
  };
  const all = <T>(subfolder: string): SourceFile<T>[] => {
    const directory = path.join(folder, subfolder);
    if (!existsSync(directory)) return [];
    const names = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
    return names.sort().map((name) => read<T>(`${subfolder}/${name}`));
  };
  return {
    licenses: all('licenses'),
    publishers: all('models'),
    openness: all('openness'),
    alternatives: all('alternatives'),
    republishers: existsSync(path.join(folder, 'republishers.yaml')) ? [read('republishers.yaml')] : [],
  };
}
