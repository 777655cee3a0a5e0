package dev.safebank.explore.soundness;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.openjdk.jcstress.annotations.Actor;

/** Puts the methods of a program's actors into another order. */
final class ActorOrder {

  private static final String ACTOR = "L" + Actor.class.getName().replace('.', '/') + ";";

  private ActorOrder() {}

  /** All orders of some actors but the one that they are in. */
  static List<List<Integer>> others(int actors) {
    List<List<Integer>> orders = new ArrayList<>(all(actors));
    orders.remove(0);
    return orders;
  }

  /** All orders of some actors, the one that they are in first. */
  static List<List<Integer>> all(int actors) {
    List<List<Integer>> orders = List.of(List.of());
    for (int actor = actors - 1; actor >= 0; actor--) {
      List<List<Integer>> longer = new ArrayList<>();
      for (int at = 0; at <= actors - 1 - actor; at++) {
        for (List<Integer> order : orders) {
          List<Integer> next = new ArrayList<>(order);
          next.add(at, actor);
          longer.add(next);
        }
      }
      orders = longer;
    }
    return orders;
  }

  static byte[] change(byte[] classFile, List<Integer> order) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < type.methods.size(); i++) {
      if (isActor(type.methods.get(i))) {
        places.add(i);
      }
    }
    List<MethodNode> before = List.copyOf(type.methods);
    for (int i = 0; i < places.size(); i++) {
      type.methods.set(places.get(i), before.get(places.get(order.get(i))));
    }
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static boolean isActor(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(each -> each.desc.equals(ACTOR));
  }
}
