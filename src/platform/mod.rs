//! Every call to the browser: storage, files, downloads, print.
