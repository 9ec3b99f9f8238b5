// Shows OpenAPI documents with Swagger UI and AsyncAPI documents as channels, messages and fields. The AsyncAPI
// project's own viewer compiles code at run time, which the content security policy of this site forbids.
import { load as parseYaml } from '/webjars/js-yaml/dist/js-yaml.mjs';
import { parse as toHtml, parseInline as toInlineHtml } from '/webjars/marked/lib/marked.esm.js';

const texts = document.getElementById('texts').dataset;

class Absent extends Error {}

const documents = new Map();

/** A contract file, parsed; YAML is a superset of JSON. */
function read(address) {
  const url = new URL(address, location.href);
  if (!documents.has(url.pathname)) {
    documents.set(url.pathname, fetch(url).then(async (response) => {
      if (response.status === 404 || response.status === 401) {
        throw new Absent(texts.absent);
      }
      if (!response.ok) {
        throw new Error(texts.down);
      }
      return parseYaml(await response.text());
    }));
  }
  return documents.get(url.pathname);
}

/** Follows references, also into other files of the same service; answers the value and the file it was found in. */
async function follow(value, file) {
  while (value && typeof value === 'object' && '$ref' in value) {
    const [path, pointer = ''] = value.$ref.split('#');
    file = path ? new URL(path, new URL(file, location.href)).pathname : file;
    value = await read(file);
    for (const step of pointer.split('/').slice(1)) {
      value = value?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
  }
  return { value, file };
}

function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

/** Descriptions are Markdown, of our own services. */
const paragraphs = (markdown) => element('div', { innerHTML: toHtml(markdown) });
const words = (name, markdown) => element(name, { innerHTML: toInlineHtml(markdown) });

function typeOf(schema) {
  if (schema.const !== undefined) {
    return JSON.stringify(schema.const);
  }
  const types = [schema.type ?? (schema.properties ? 'object' : schema.enum ? 'string' : 'any')].flat().join(' | ');
  return schema.format ? `${types} (${schema.format})` : types;
}

function rulesOf(schema) {
  const rules = [];
  if (schema.enum) rules.push(schema.enum.map(String).join(' | '));
  if (schema.pattern) rules.push(schema.pattern);
  if (schema.minLength !== undefined || schema.maxLength !== undefined) {
    rules.push(`${schema.minLength ?? 0} … ${schema.maxLength ?? '∞'}`);
  }
  if (schema.minimum !== undefined || schema.maximum !== undefined) {
    rules.push(`${schema.minimum ?? '−∞'} … ${schema.maximum ?? '∞'}`);
  }
  if (schema.default !== undefined) rules.push(`= ${JSON.stringify(schema.default)}`);
  return rules.join('; ');
}

/** The fields of a schema as table rows, those of nested objects and lists under their path. */
async function rows(given, file, prefix = '', depth = 0) {
  const { value: schema, file: home } = await follow(given, file);
  const found = [];
  for (const part of schema?.allOf ?? []) {
    found.push(...(await rows(part, home, prefix, depth)));
  }
  for (const [name, property] of Object.entries(schema?.properties ?? {})) {
    const { value, file: valueHome } = await follow(property, home);
    const required = schema.required?.includes(name) ? `, ${texts.required}` : '';
    found.push(element('tr', {},
      element('th', { scope: 'row' }, element('code', {}, prefix + name)),
      element('td', {}, typeOf(value) + required),
      element('td', {}, element('code', {}, rulesOf(value))),
      words('td', value.description ?? '')));
    if (depth < 4) {
      const inner = value.items ? await follow(value.items, valueHome) : { value, file: valueHome };
      found.push(...(await rows(inner.value, inner.file, `${prefix}${name}${value.items ? '[]' : ''}.`, depth + 1)));
    }
  }
  return found;
}

async function table(title, schema, file) {
  const body = await rows(schema, file);
  if (body.length === 0) {
    return [];
  }
  const columns = [texts.field, texts.type, texts.rule, texts.meaning];
  return [
    element('h4', {}, title),
    element('div', { className: 'scroll', tabIndex: 0 }, element('table', { className: 'fields' },
      element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...body)))];
}

async function message(name, given, file) {
  const { value, file: home } = await follow(given, file);
  const title = value.name ?? value.title ?? name;
  const shown = element('details', { className: 'message' },
    element('summary', {}, element('code', {}, title), value.summary ? ` – ${value.summary}` : ''));
  if (value.description) {
    shown.append(paragraphs(value.description));
  }
  if (value.headers) {
    shown.append(...(await table(texts.headers, value.headers, home)));
  }
  const payload = await follow(value.payload, home);
  const schema = payload.value?.schemaFormat ? await follow(payload.value.schema, payload.file) : payload;
  const data = await table(texts.payload, schema.value, schema.file);
  shown.append(...(data.length ? data : [element('p', { className: 'quiet' }, texts.noFields)]));
  for (const example of value.examples ?? schema.value?.examples?.map((content) => ({ payload: content })) ?? []) {
    const content = await follow(example.payload ?? example, home);
    shown.append(
      element('h4', {}, example.name ? `${texts.example}: ${example.name}` : texts.example),
      element('pre', { className: 'example', tabIndex: 0 }, JSON.stringify(content.value, null, 2)));
  }
  return shown;
}

async function operationsOf(contract, file) {
  const operations = [];
  for (const [id, given] of Object.entries(contract.operations ?? {})) {
    const { value, file: home } = await follow(given, file);
    const channel = await follow(value.channel, home);
    operations.push({ id, ...value, channel: channel.value, file: home });
  }
  return operations;
}

async function showAsyncApi(contract, file, place) {
  const operations = await operationsOf(contract, file);
  if (contract.info?.description) {
    place.append(paragraphs(contract.info.description));
  }
  for (const [id, given] of Object.entries(contract.channels ?? {})) {
    const { value: channel, file: home } = await follow(given, file);
    const mine = operations.filter((operation) => operation.channel === channel);
    const actions = [...new Set(mine.map(({ action }) => (action === 'send' ? texts.whatSend : texts.whatReceive)))];
    const section = element('section', { className: 'channel' },
      element('h3', {}, `${texts.topic} `, element('code', {}, channel.address ?? id), actions.length ? ` – ${actions.join(', ')}` : ''));
    for (const text of [channel.summary, channel.description, ...mine.map(({ summary }) => summary)]) {
      if (text) section.append(paragraphs(text));
    }
    for (const [name, each] of Object.entries(channel.messages ?? {})) {
      section.append(await message(name, each, home));
    }
    place.append(section);
  }
}

async function countAsyncApi(contract, file) {
  const operations = await operationsOf(contract, file);
  const messages = (action) => operations
    .filter((operation) => operation.action === action)
    .reduce((sum, operation) =>
      sum + (operation.messages ?? Object.keys(operation.channel?.messages ?? {})).length, 0);
  return `${texts.send} ${messages('send')}, ${texts.receive} ${messages('receive')}`;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

function countOpenApi(contract) {
  const operations = Object.values(contract.paths ?? {})
    .flatMap((path) => Object.keys(path).filter((key) => METHODS.includes(key)));
  return `${operations.length} ${texts.operations}`;
}

/** Of Swagger UI what tells something: no form, no log-in, no second title and main part of the page; and what it does not say aloud. */
const readOnly = ({ React: { createElement, useEffect, useRef } }) => {
  const amended = (amend) => (Original) => (props) => {
    const place = useRef(null);
    useEffect(() => amend(place.current, props));
    return createElement('span', { ref: place, className: 'amended' }, createElement(Original, props));
  };
  return {
    components: {
      ReadOnlyLayout: ({ getComponent }) => createElement('div', { className: 'swagger-ui' },
        ...['errors', 'operations', 'Models'].map((part) => createElement(getComponent(part, true)))),
      JsonSchemaForm: () => null,
      authorizeOperationBtn: () => null,
    },
    wrapComponents: {
      // A live region is no table to a screen reader.
      responses: amended((place) => ['role', 'aria-live'].forEach((name) => place.querySelector('table').removeAttribute(name))),
      JSONSchema202012Accordion: amended((place, { expanded }) => {
        const button = place.querySelector('button');
        button.ariaExpanded = expanded;
        button.ariaLabel = button.textContent || texts.payload;
      }),
    },
  };
};

function showOpenApi(contract, place) {
  const credentials = Object.values(contract.components?.securitySchemes ?? {}).map(({ description }) => description);
  for (const text of [contract.info.description, ...credentials]) {
    if (text) place.append(paragraphs(text));
  }
  const operations = element('div');
  place.append(operations);
  window.SwaggerUIBundle({
    spec: contract,
    domNode: operations,
    deepLinking: false,
    validatorUrl: null,
    supportedSubmitMethods: [],
    syntaxHighlight: { activated: false },
    presets: [window.SwaggerUIBundle.presets.apis],
    plugins: [readOnly],
    layout: 'ReadOnlyLayout',
  });
}

const KINDS = {
  openapi: { file: 'openapi', count: countOpenApi, show: (contract, file, place) => showOpenApi(contract, place) },
  asyncapi: { file: 'asyncapi.yaml', count: countAsyncApi, show: showAsyncApi },
};

async function prepare(details) {
  const kind = KINDS[details.dataset.kind];
  const file = `/contracts/${details.closest('[data-service]').dataset.service}/${kind.file}`;
  const place = details.querySelector('.document');
  const count = details.querySelector('[data-count]');
  try {
    const contract = await read(file);
    count.textContent = await kind.count(contract, file);
    const show = () => Promise.resolve(kind.show(contract, file, place)).catch((error) => place.append(error.message));
    if (details.open) {
      await show();
    } else {
      details.addEventListener('toggle', show, { once: true });
    }
  } catch (error) {
    const said = error instanceof Absent ? texts.absent : texts.down;
    count.textContent = `– ${said}`;
    place.append(element('p', {}, said));
  }
}

await Promise.all([...document.querySelectorAll('details[data-kind]')].map(prepare));
