/**
 * What the explorer reads from the class files of a program before it rewrites them: hierarchy,
 * static state, constructors that let {@code this} escape, loops.
 */
package dev.safebank.explore.classfile;
