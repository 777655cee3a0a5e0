package dev.safebank.explore.instrument;

import dev.safebank.explore.classfile.Loop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Calls a hook at the head of every loop, with its local variables and a number for the call of the
 * method.
 */
final class LoopInstrumenter extends LocalVariablesSorter {

  private final Loop.Heads heads;
  private final SiteFactory sites;
  private int frame;
  private int labels;
  private Optional<Loop> pending = Optional.empty();
  private final Map<Integer, Integer> headSites = new HashMap<>();

  LoopInstrumenter(
      int access, String descriptor, MethodVisitor next, Loop.Heads heads, SiteFactory sites) {
    super(Opcodes.ASM9, access, descriptor, next);
    this.heads = heads;
    this.sites = sites;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    frame = newLocal(Type.INT_TYPE);
    hook("newFrame", "()I");
    mv.visitVarInsn(Opcodes.ISTORE, frame);
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    heads.at(labels++).ifPresent(loop -> pending = Optional.of(loop));
  }

  /** Called before the first instruction after a loop's head, behind its frames and lines. */
  private void beforeInstruction() {
    if (pending.isPresent()) {
      Loop loop = pending.get();
      pending = Optional.empty();
      loop.variables().forEach(this::tell);
      if (!loop.isKnown()) {
        hook("unknownLocals", "()V");
      }
      mv.visitVarInsn(Opcodes.ILOAD, frame);
      mv.visitLdcInsn(loop.head());
      mv.visitLdcInsn(loop.end());
      int site = sites.place("loop").id();
      headSites.put(loop.head(), site);
      mv.visitLdcInsn(site);
      hook("atHead", "(IIII)V");
    }
  }

  private void tell(Loop.Variable variable) {
    super.visitVarInsn(variable.load(), variable.slot());
    hook(
        "local",
        switch (variable.load()) {
          case Opcodes.ILOAD -> "(I)V";
          case Opcodes.LLOAD -> "(J)V";
          case Opcodes.FLOAD -> "(F)V";
          case Opcodes.DLOAD -> "(D)V";
          default -> "(Ljava/lang/Object;)V";
        });
  }

  private void hook(String name, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, HookMethods.LOOPS, name, descriptor, false);
  }

  /** The site of the innermost loop here, if it assigns no local variable. */
  private OptionalInt enclosing() {
    Optional<Loop> around = heads.around(labels).filter(Loop::storesNothing);
    return around.isPresent() && headSites.containsKey(around.get().head())
        ? OptionalInt.of(headSites.get(around.get().head()))
        : OptionalInt.empty();
  }

  @Override
  public void visitInsn(int opcode) {
    beforeInstruction();
    super.visitInsn(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    beforeInstruction();
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    beforeInstruction();
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    beforeInstruction();
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    beforeInstruction();
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    beforeInstruction();
    sites.loop(enclosing());
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    sites.loop(OptionalInt.empty());
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    beforeInstruction();
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    beforeInstruction();
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    beforeInstruction();
    super.visitLdcInsn(value);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    beforeInstruction();
    super.visitIincInsn(variable, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labelled) {
    beforeInstruction();
    super.visitTableSwitchInsn(min, max, otherwise, labelled);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labelled) {
    beforeInstruction();
    super.visitLookupSwitchInsn(otherwise, keys, labelled);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    beforeInstruction();
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }
}
