import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

/** The rasteriser as Workers import it, compiled; for Node, which imports WebAssembly in another way. */
export default new WebAssembly.Module(readFileSync(path));
