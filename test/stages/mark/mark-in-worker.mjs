// Run by mark.test.ts in a worker thread: marks a text with weights that it was handed, not sent.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { toMarker } = await import('../../../src/playbook/marker.ts');
const { mark } = await import('../../../src/stages/mark/mark.ts');

const marks = mark(workerData.text, toMarker(workerData.shared));
new Uint8Array(workerData.shared)[workerData.freeByte] = 77;
parentPort.postMessage({ head: [...marks.head], deprel: [...marks.deprel] });
