// Declares nothing: CReaderBridge includes libarchive's headers itself.
