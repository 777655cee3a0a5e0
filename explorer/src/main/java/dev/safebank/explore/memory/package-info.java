/** The memory of one execution: objects, and the locations in them that threads read and write. */
package dev.safebank.explore.memory;
