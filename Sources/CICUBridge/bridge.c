#include "cicu_bridge.h"
int cicu_placeholder(void) { return 0; }
