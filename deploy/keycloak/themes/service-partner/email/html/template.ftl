<#macro emailLayout>
<!doctype html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Service Partner</title>
  <meta name="color-scheme" content="light dark">
  <style>
    body { margin: 0; padding: 0; background: #f4f7f8; color: #14252b; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    .bar { background: #083d48; color: #ffffff; padding: 16px 24px; font-weight: 650; }
    .letter { max-width: 560px; margin: 24px auto; padding: 24px; background: #ffffff; border: 1px solid #d9e2e5; border-radius: 12px; }
    h1 { font-size: 22px; line-height: 1.25; margin: 0 0 16px; }
    p { margin: 0 0 16px; }
    a { color: #0b5c6b; }
    a.button { display: inline-block; padding: 12px 20px; border-radius: 8px; background: #0b5c6b; color: #ffffff; font-weight: 600; text-decoration: none; }
    @media (prefers-color-scheme: dark) {
      body { background: #0f1c21; color: #e6eff1; }
      .letter { background: #15262d; border-color: #2a4149; }
      a { color: #7cc3cf; }
      a.button { background: #7cc3cf; color: #0a1418; }
    }
  </style>
</head>
<body>
  <header class="bar">Service Partner</header>
  <main class="letter">
    <#nested>
  </main>
</body>
</html>
</#macro>
