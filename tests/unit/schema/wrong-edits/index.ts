import { bodies } from './bodies.ts';
import { characters } from './characters.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { forms } from './forms.ts';
import { ladders } from './ladders.ts';
import { markups } from './markup.ts';
import { pairs } from './pairs.ts';
import { products } from './products.ts';
import { tables } from './tables.ts';
import { texts } from './texts.ts';
import type { WrongEdit } from './wrong.ts';

export const WRONG_EDITS: WrongEdit[] = [
  ...files,
  ...facts,
  ...ladders,
  ...characters,
  ...forms,
  ...texts,
  ...bodies,
  ...markups,
  ...pairs,
  ...tables,
  ...products,
];
