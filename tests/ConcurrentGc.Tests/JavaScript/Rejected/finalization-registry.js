// rejected: 2:15 FinalizationRegistry
const r = new FinalizationRegistry(() => {});
console.log(typeof r);
