// Declares nothing: CReaderBridge includes libxml2's headers itself.
