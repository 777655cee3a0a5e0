/** Sites: places in the source of the program at which instrumented code does a step. */
package dev.safebank.explore.site;
