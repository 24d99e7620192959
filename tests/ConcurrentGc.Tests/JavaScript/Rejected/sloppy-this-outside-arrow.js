// rejected: 2:17 this outside of functions
const f = () => this;
