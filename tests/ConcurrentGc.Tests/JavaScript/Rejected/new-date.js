// rejected: 2:5 Date but for Date.now
new Date();
