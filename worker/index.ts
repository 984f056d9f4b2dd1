import site from '../web/build/_worker.js';
import { createFront } from './front.ts';

export default createFront(site);
