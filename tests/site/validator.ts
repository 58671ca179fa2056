import { parentPort, workerData } from 'node:worker_threads';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';
import config from '../../.htmlvalidate.mjs';

// A thread that validates markup: `workerData` is a list of [name, html]; it posts what is wrong, one line each.

const validator = new HtmlValidate(new StaticConfigLoader(config as ConfigData));
const problems: string[] = [];
for (const [name, html] of workerData as [string, string][]) {
  const { results } = await validator.validateString(html);
  for (const { messages } of results)
    for (const { ruleId, message, selector } of messages)
      problems.push(`${name}: ${message} (${ruleId}) at ${selector ?? 'the page'}`);
}
parentPort!.postMessage(problems);
