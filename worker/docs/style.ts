/** The style sheet of the API's page: paper, ink and one accent, as on the site. */
export const docsStyle = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #17212b; --rule: #dcd8cf; --accent: #b0381a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #12171d; --ink: #eef1f3; --rule: #303a44; --accent: #ec7b5f; }
}
body { overflow-wrap: anywhere; margin: 0 auto; padding: 24px 16px 64px; max-width: 860px; background: var(--paper); color: var(--ink);
  font: 15px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1, h2, h3 { font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", Georgia, serif; line-height: 1.25; }
h1 { font-size: 28px; } h2 { font-size: 21px; margin-top: 48px; border-bottom: 1px solid var(--rule); }
h3 { font-size: 17px; margin: 32px 0 8px; }
a { color: var(--accent); } code { font-size: 0.93em; }
pre { white-space: pre-wrap; }
.scroll { overflow-x: auto; overflow-wrap: normal; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { font-weight: 600; }
dt { margin-top: 8px; } dd { margin: 0 0 0 24px; }
`;
