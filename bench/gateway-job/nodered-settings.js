'use strict';
// Node-RED as it comes, on loopback, quiet.
module.exports = {
  uiHost: '127.0.0.1',
  uiPort: Number(process.env.BENCH_UI_PORT),
  telemetry: { enabled: false, updateNotification: false },
  logging: { console: { level: 'info', metrics: false, audit: false } },
};
