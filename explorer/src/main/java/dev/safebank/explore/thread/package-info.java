/** The life cycle of threads that the program starts, and interrupts. */
package dev.safebank.explore.thread;
