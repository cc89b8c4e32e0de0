export async function loadProvince(_: unknown) {
  return { load: async () => {}, settled: async () => {} };
}
