package dev.safebank.explore.soundness.calls;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Writes a jcstress test for a pair of calls, for the explorer to read and for real threads. */
final class PairClasses extends ClassLoader {

  private static final String PACKAGE = PairClasses.class.getPackageName() + ".";
  private static final String OBJECT = "java/lang/Object";
  private static final String RESULT = Type.getInternalName(LLL_Result.class);
  private static final String SHOWN = Type.getInternalName(Shown.class);

  private final Map<String, byte[]> classFiles = new HashMap<>();

  PairClasses(ClassLoader parent) {
    super(parent);
  }

  /** Binary name of the test. */
  String write(CallPair pair) {
    String name = PACKAGE + "Pair" + classFiles.size();
    classFiles.put(name, classFile(name.replace('.', '/'), pair));
    return name;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(name);
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length);
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    byte[] classFile = classFiles.get(path.replace(".class", "").replace('/', '.'));
    return classFile == null
        ? super.getResourceAsStream(path)
        : new ByteArrayInputStream(classFile);
  }

  private static byte[] classFile(String name, CallPair pair) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, OBJECT, new String[0]);
    type.visitSource("Pair.java", null);
    type.visitAnnotation(Type.getDescriptor(State.class), true).visitEnd();
    String subject = Type.getDescriptor(pair.subject().getReturnType());
    type.visitField(Opcodes.ACC_FINAL, "subject", subject, null, null).visitEnd();
    constructor(type, name, pair.subject());
    actor(type, name, "one", 0, pair.one(), subject);
    actor(type, name, "two", 1, pair.two(), subject);
    arbiter(type, name, subject);
    type.visitEnd();
    return type.toByteArray();
  }

  private static void constructor(ClassWriter type, String name, Method subject) {
    MethodVisitor code = method(type, "<init>", "()V", 1);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    call(code, subject);
    code.visitFieldInsn(
        Opcodes.PUTFIELD, name, "subject", Type.getDescriptor(subject.getReturnType()));
    end(code);
  }

  private static MethodVisitor method(ClassWriter type, String name, String descriptor, int line) {
    MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    code.visitCode();
    Label start = new Label();
    code.visitLabel(start);
    code.visitLineNumber(line, start);
    return code;
  }

  /** A call to a static method of the program. */
  private static void call(MethodVisitor code, Method method) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(method.getDeclaringClass()),
        method.getName(),
        Type.getMethodDescriptor(method),
        false);
  }

  private static void end(MethodVisitor code) {
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void actor(
      ClassWriter type, String name, String actor, int index, Method called, String subject) {
    String result = "r" + (index + 1);
    MethodVisitor code = method(type, actor, "(L" + RESULT + ";)V", 2 + index);
    code.visitAnnotation(Type.getDescriptor(Actor.class), true).visitEnd();
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    code.visitTryCatchBlock(from, to, handler, "java/lang/Exception");
    code.visitLabel(from);
    beforeResult(code, result);
    called(code, name, called, index, subject);
    shown(code, result, "then", "Ljava/lang/Object;");
    code.visitLabel(to);
    code.visitInsn(Opcodes.RETURN);
    code.visitLabel(handler);
    code.visitFrame(
        Opcodes.F_FULL, 2, new Object[] {name, RESULT}, 1, new Object[] {"java/lang/Exception"});
    code.visitVarInsn(Opcodes.ASTORE, 2);
    beforeResult(code, result);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    shown(code, result, "thrown", "Ljava/lang/Exception;");
    end(code);
  }

  private static void beforeResult(MethodVisitor code, String result) {
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitFieldInsn(Opcodes.GETFIELD, RESULT, result, "Ljava/lang/Object;");
  }

  private static void shown(MethodVisitor code, String result, String how, String type) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        SHOWN,
        how,
        "(Ljava/lang/Object;" + type + ")Ljava/lang/Object;",
        false);
    code.visitFieldInsn(Opcodes.PUTFIELD, RESULT, result, "Ljava/lang/Object;");
  }

  private static void called(
      MethodVisitor code, String name, Method called, int actor, String subject) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, "subject", subject);
    Class<?>[] parameters = called.getParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      code.visitLdcInsn(actor);
      code.visitLdcInsn(place(parameters, i, isIndexed(called)));
      call(code, CallPair.supplier(parameters[i]).orElseThrow());
    }
    Type owner = Type.getType(subject);
    boolean isInterface = called.getDeclaringClass().isInterface()
        && owner.getClassName().startsWith("java.util.")
        && isInterface(owner.getClassName());
    code.visitMethodInsn(
        isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
        owner.getInternalName(),
        called.getName(),
        Type.getMethodDescriptor(called),
        isInterface);
    if (called.getDeclaringClass() == StampedLock.class && called.getReturnType() == long.class) {
      // The Javadoc says of a stamp only whether it is zero.
      code.visitInsn(Opcodes.LCONST_0);
      code.visitInsn(Opcodes.LCMP);
      box(code, Type.INT_TYPE);
    } else {
      box(code, Type.getType(called.getReturnType()));
    }
  }

  private static boolean isInterface(String name) {
    try {
      return Class.forName(name).isInterface();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the JDK has lost " + name, e);
    }
  }

  private static boolean isIndexed(Method called) {
    return called.getDeclaringClass().getSimpleName().matches(".*(Array|List|Vector)");
  }

  /** How many parameters of the same type come before; with a number that is no index, one more. */
  private static int place(Class<?>[] parameters, int at, boolean indexed) {
    int before = 0;
    int all = 0;
    for (int i = 0; i < parameters.length; i++) {
      all += parameters[i] == parameters[at] ? 1 : 0;
      before += i < at && parameters[i] == parameters[at] ? 1 : 0;
    }
    boolean isIndex = indexed || !parameters[at].isPrimitive();
    return before + (!isIndex && (all == 1 || before > 0) ? 1 : 0);
  }

  private static void box(MethodVisitor code, Type type) {
    if (type.getSort() == Type.VOID) {
      code.visitLdcInsn("done");
    } else if (type.getSort() < Type.ARRAY) {
      String box = switch (type.getSort()) {
        case Type.BOOLEAN -> "java/lang/Boolean";
        case Type.LONG -> "java/lang/Long";
        case Type.DOUBLE -> "java/lang/Double";
        case Type.FLOAT -> "java/lang/Float";
        case Type.SHORT -> "java/lang/Short";
        case Type.BYTE -> "java/lang/Byte";
        case Type.CHAR -> "java/lang/Character";
        default -> "java/lang/Integer";
      };
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          box,
          "valueOf",
          "(" + type.getDescriptor() + ")L" + box + ";",
          false);
    }
  }

  private static void arbiter(ClassWriter type, String name, String subject) {
    MethodVisitor code = method(type, "end", "(L" + RESULT + ";)V", 4);
    code.visitAnnotation(Type.getDescriptor(Arbiter.class), true).visitEnd();
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, "subject", subject);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, SHOWN, "state", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
    code.visitFieldInsn(Opcodes.PUTFIELD, RESULT, "r3", "Ljava/lang/Object;");
    end(code);
  }
}
