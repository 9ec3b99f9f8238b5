// The parent theme's label of the name shown beside a second question points to a field that is not there, and its error
// messages are not tied to their fields.
if (document.getElementById('kc-attempted-username') && !document.getElementById('username')) {
  document.querySelector('label[for="username"]')?.setAttribute('for', 'kc-attempted-username');
}

for (const message of document.querySelectorAll('[id^="input-error-container-"]')) {
  document.getElementById(message.id.slice('input-error-container-'.length))?.setAttribute('aria-describedby', message.id);
}
