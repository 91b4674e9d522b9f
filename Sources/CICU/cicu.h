// Links ICU (Debian package libicu-dev) and declares nothing: CICUBridge is the only code that includes its headers.
