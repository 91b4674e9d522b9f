#ifndef CICU_BRIDGE_H
#define CICU_BRIDGE_H
int cicu_placeholder(void);
#endif
