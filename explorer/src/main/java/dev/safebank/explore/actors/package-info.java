/**
 * Programs of actors, to explore code that is no jcstress test.
 *
 * <p>A {@link dev.safebank.explore.actors.ProgramDefinition} says which calls the actors of a
 * program make; a {@link dev.safebank.explore.actors.ProgramSource} makes one of the classes that
 * the explorer has loaded.
 */
package dev.safebank.explore.actors;
