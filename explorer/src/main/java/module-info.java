/**
 * The explorer: runs every execution of a jcstress test. Begin with
 * {@link dev.safebank.explore.Explorer}. Packages that are not exported are internal.
 *
 * <p>The descriptor is there for the compiler, which checks that the exported packages expose no
 * internal type. At run time the explorer goes on the class path: jcstress 0.16 contains a package
 * of the JDK's module {@code jdk.unsupported}, so no JVM accepts it as a module.
 */
@SuppressWarnings("requires-automatic") // jcstress declares no module name.
module dev.safebank.explorer {
  requires jcstress.core;
  requires org.objectweb.asm;
  requires org.objectweb.asm.commons;
  requires org.objectweb.asm.tree;
  requires org.objectweb.asm.tree.analysis;

  exports dev.safebank.explore;
  exports dev.safebank.explore.actors;
  exports dev.safebank.explore.options;
  exports dev.safebank.explore.result;
}
