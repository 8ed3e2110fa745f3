// What leads to the web.

/** Only that becomes a link: whatever else an address may be, it is shown as it is and never runs. */
export const web = (address) => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return /^https?:$/.test(url?.protocol) ? url : null;
};
