// The portal replaces this page; until then it shows who you are and lets an admin decide about connections.
const CONNECTIONS = '/api/partner/v1/fleet-connections';
const byId = (id) => document.getElementById(id);
const language = document.documentElement.lang;
const dates = new Intl.DateTimeFormat(navigator.languages.find((each) => each.startsWith(language)) ?? language, {
  dateStyle: 'medium',
  timeStyle: 'short',
});

function csrfToken() {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function call(address, method = 'GET') {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = csrfToken();
  }
  const response = await fetch(address, { method, headers });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({ title: `HTTP ${response.status}` }));
    throw Object.assign(new Error(problem.title), { status: response.status, problem });
  }
  return response;
}

function showProblem(error) {
  const problem = error?.problem ?? { title: '', detail: document.body.dataset.unreachable };
  for (const part of ['title', 'detail', 'advice']) {
    byId(`problem-${part}`).textContent = problem[part] ?? '';
  }
  byId('problem').hidden = false;
}

function clearMessages() {
  byId('problem').hidden = true;
  byId('status').textContent = '';
}

async function isSure(button) {
  if (!button.dataset.sure) {
    return true;
  }
  const dialog = byId('sure');
  byId('sure-question').textContent = button.dataset.sure;
  byId('sure-yes').textContent = button.textContent;
  dialog.returnValue = 'no';
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  return dialog.returnValue === 'yes';
}

async function decide(connection, button) {
  if (!(await isSure(button))) {
    return;
  }
  clearMessages();
  button.disabled = true;
  const address = `${CONNECTIONS}/${encodeURIComponent(connection.connectionId)}`;
  try {
    await (button.dataset.action === 'delete' ? call(address, 'DELETE') : call(`${address}/${button.dataset.action}`, 'POST'));
    await showConnections();
    byId('status').textContent = button.dataset.done;
  } catch (error) {
    button.disabled = false;
    showProblem(error);
  }
}

function card(connection) {
  const item = byId('connection').content.cloneNode(true).firstElementChild;
  for (const place of item.querySelectorAll('[data-field]')) {
    const value = connection[place.dataset.field] ?? '';
    if (place.dataset.field === 'state') {
      place.textContent = place.dataset[value.toLowerCase()] ?? value;
      place.dataset.value = value;
    } else {
      place.textContent = place.dataset.field.endsWith('At') && value ? dates.format(new Date(value)) : value;
    }
  }
  for (const part of item.querySelectorAll('[data-when]')) {
    part.hidden = part.dataset.when !== connection.state;
  }
  for (const button of item.querySelectorAll('[data-action]')) {
    button.addEventListener('click', () => decide(connection, button));
  }
  return item;
}

async function showConnections() {
  const { items: connections } = await (await call(`${CONNECTIONS}?limit=200`)).json();
  byId('connections-list').replaceChildren(...connections.map(card));
  byId('connections-none').hidden = connections.length > 0;
}

async function showPerson(person) {
  byId('welcome').hidden = true;
  byId('person').hidden = false;
  byId('person-name').textContent = person.name ?? person.email;
  byId('person-partner').textContent = person.partnerId ?? '–';
  const role = byId('person-role');
  const labels = { 'partner-admin': role.dataset.partnerAdmin, technician: role.dataset.technician };
  role.textContent = person.roles.map((name) => labels[name]).join(', ') || role.dataset.none;
  if (person.roles.includes('partner-admin')) {
    byId('connections').hidden = false;
    await showConnections();
  } else {
    byId(person.roles.includes('technician') ? 'technician' : 'without-role').hidden = false;
  }
}

byId('sign-in-failed').hidden = new URLSearchParams(location.search).get('sign-in') !== 'failed';
byId('reload').addEventListener('click', () => {
  clearMessages();
  showConnections().catch(showProblem);
});
byId('sign-out').addEventListener('click', async () => {
  try {
    const left = await call('/logout', 'POST');
    location.assign(left.headers.get('Location') ?? '/');
  } catch (error) {
    showProblem(error);
  }
});

try {
  await showPerson(await (await call('/api/me')).json());
} catch (error) {
  if (error.status !== 401) {
    showProblem(error);
  }
}
