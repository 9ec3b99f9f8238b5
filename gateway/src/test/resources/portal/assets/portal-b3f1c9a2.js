const byId = (id) => document.getElementById(id);
const cookie = (name) => document.cookie.split('; ').find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

byId('view').textContent = location.pathname + location.search;
byId('sign-in').href += `?ui_locales=${navigator.language.slice(0, 2)}&returnTo=${encodeURIComponent(location.pathname + location.search)}`;
byId('sign-out').addEventListener('click', async () => {
  const left = await fetch('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': decodeURIComponent(cookie('XSRF-TOKEN')) } });
  location.assign(left.headers.get('Location'));
});

const me = await fetch('/api/me');
byId('person').textContent = me.ok ? (await me.json()).email : 'nobody';
