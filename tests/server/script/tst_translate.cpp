// SPDX-License-Identifier: MIT
#include "server/script/translate.h"

#include <QJSEngine>
#include <QTest>

using namespace porthole;

/// What a script becomes for Qt's engine: that it still means the same is seen by running it.
class TestTranslate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meansTheSame_data();
    void meansTheSame();
    void linesStay_data();
    void linesStay();
    void marks_data();
    void marks();
    void imports();
    void refuses_data();
    void refuses();
};

namespace {

/// Awaits what is awaited at once, so that an async function returns what it returns.
const char *const runner = "var __marks = {l: 0};\n"
                           "function __async(self, given, generator) {\n"
                           "    const steps = generator.apply(self, given);\n"
                           "    let step = steps.next();\n"
                           "    while (!step.done) {\n"
                           "        if (step.value instanceof Error) step = steps.throw(step.value);\n"
                           "        else step = steps.next(step.value);\n"
                           "    }\n"
                           "    return step.value;\n"
                           "}\n";

QString evaluated(const QString &source)
{
    QJSEngine engine;
    engine.evaluate(QString::fromLatin1(runner));
    QStringList trace;
    const QJSValue result =
        engine.evaluate(QStringLiteral("(function() { %1\n})()").arg(translate(source, 0).source), {}, 1, &trace);
    return trace.isEmpty() ? result.toString() : QStringLiteral("threw ") + result.toString();
}

} // namespace

void TestTranslate::meansTheSame_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *source, const char *result) {
        QTest::addRow("%s", name) << QString::fromUtf8(source) << QString::fromUtf8(result);
    };
    row("async declaration", "async function f(a, b = 2) { return await a + b } return f(1)", "3");
    row("hoisted", "return f(); async function f() { return 7 }", "7");
    row("async expression", "const f = async function (a) { return a }; return f(5)", "5");
    row("async named expression", "const f = async function g(n) { return n ? await g(n - 1) : 'end' }; return f(2)",
        "end");
    row("async arrow, block", "const f = async (a, b) => { return await a * b }; return f(2, 3)", "6");
    row("async arrow, expression", "const f = async a => await a + 1; return f(2)", "3");
    row("async arrow, object", "const f = async a => ({ a }); return f(2).a", "2");
    row("async arrow without parameters", "const f = async () => 4; return f()", "4");
    row("async arrow in a call", "return [1, 2].map(async x => await x * 2, null).join()", "2,4");
    row("async arrow in an arrow", "const f = async a => async b => await a + await b; return f(1)(2)", "3");
    row("async method", "return ({ async f(a) { return await a }, g: 1 }).f(3)", "3");
    row("async method with a computed name", "return ({ async ['f'](a) { return await a } }).f(3)", "3");
    row("async method of a class",
        "class A { constructor() { this.x = 4 } async f() { return await this.x } static async g() { return 2 } } "
        "return new A().f() + A.g()",
        "6");
    row("this of an arrow", "return (function () { const f = async () => this.x; return f() }).call({ x: 9 })", "9");
    row("arguments", "async function f() { return arguments.length } return f(1, 2, 3)", "3");
    row("redeclared parameter", "async function f(a) { var a; return a } return f(4)", "4");
    row("destructured parameters",
        "const f = async ({ a, b: [c] }, ...d) => a + c + d.length; return f({ a: 1, b: [2] }, 0, 0)", "5");
    row("await binds tighter than plus", "const f = async a => await a + await a * 2; return f(1)", "3");
    row("await of a call chain", "const o = { p: { q: () => 5 } }; const f = async () => await o.p.q() + 1; return f()",
        "6");
    row("await of an index and a template",
        "const o = [x => y => x[0] + y]; const f = async () => await o[0]`a${1}`('b'); return f()", "ab");
    row("await of not", "const f = async () => await !true; return f()", "false");
    row("not of await", "const f = async () => !await true; return f()", "false");
    row("await of new", "const f = async () => (await new Date(5)).getTime(); return f()", "5");
    row("await of a function", "const f = async () => await function () { return 3 }(); return f()", "3");
    row("await await", "const f = async () => await await 3; return f()", "3");
    row("await in an argument", "const f = async () => Math.max(await 1, await 2, 0); return f()", "2");
    row("await in a template", "const f = async () => `a${await 1}b${await 2}`; return f()", "a1b2");
    row("await in parentheses", "const f = async () => (await { a: 8 }).a; return f()", "8");
    row("await in a condition", "const f = async x => await x ? 'yes' : 'no'; return f(0)", "no");
    row("await in a loop",
        "const f = async () => { let s = 0; for (const x of [1, 2]) s += await x; return s }; return f()", "3");
    row("await throws",
        "const f = async () => { try { await new Error('e') } catch (e) { return e.message } }; return f()", "e");
    row("await begins a line", "const f = async () => { const a = 1\nawait a\nreturn a\n}\nreturn f()", "1");
    row("await after a call on the line before",
        "let n = 0; const g = () => ++n\nconst f = async () => { g()\nawait g()\nreturn n }\nreturn f()", "2");
    row("await after a condition",
        "const f = async x => { if (x)\nawait x\nelse\nreturn 'else'\nreturn 'if' }\nreturn f(1) + f(0)", "ifelse");
    row("line ends an arrow", "const f = async x => await x\nconst g = 2\nreturn f(g)", "2");
    row("line does not end an arrow", "const f = async x => await x\n  + 1\nreturn f(2)", "3");
    row("async is a name", "const async = 3; return async + 1", "4");
    row("async is a function", "const async = x => x; return async(4)", "4");
    row("async is a key", "return ({ async: 1, await: 2 }).async + ({ async() { return 5 } }).async()", "6");
    row("catch without a binding", "try { throw 1 } catch { return 'caught' }", "caught");
    row("promise.catch", "const p = { catch(f) { return f(2) } }; return p.catch(x => { return x })", "2");
    row("strings are left alone", "return 'async x => await y; while (1) {}'", "async x => await y; while (1) {}");
    row("templates are left alone", "return `while (${'for (;;)'}) {`", "while (for (;;)) {");
    row("comments are left alone", "// while ( {\n/* for ( ` */ return 1 /* ) */", "1");
    row("regular expressions are left alone",
        "return 'while (x)'.replace(/while \\(/, '').replace(/[/{]/g, '') + 4 / 2 / 1", "x)2");
    row("a regular expression after a condition", "if (true) /{/.test('{'); return 'ok'", "ok");
    row("division after a bracket", "const a = [4]; return a[0] / 2 / (1) / 1", "2");
    row("while", "let n = 0; while (n < 3) n++; do { n++ } while (n < 6); return n", "6");
    row("for", "let s = ''; for (let i = 0, j = [1, 2]; i < j.length; i++) s += j[i]; for (;;) { break } return s",
        "12");
    row("for in and of", "let s = ''; for (const k in { a: 1 }) { s += k } for (const k of ['b']) s += k; return s",
        "ab");
    row("a function in the head of a loop",
        "let s = 0; for (let f = function () { return 3; }; s < f(); s++) { } return s", "3");
    row("a class that extends a call",
        "const m = B => B; class B { f() { return 1 } } class A extends m(B) { g() { return this.f() } } return new "
        "A().g()",
        "1");
    row("a class that extends a member's call",
        "const o = { m: B => B }; class B { } class A extends o.m(B) { g() { return 2 } } return new A().g()", "2");
    row("switch", "switch (1) { case 1: return 'one'; default: return 'other' }", "one");
    row("getters and setters", "const o = { get a() { return 1 }, set a(v) { } }; return o.a", "1");
    row("generators", "function* g() { yield 1; yield* [2] } return Array.from(g()).join()", "1,2");
    row("labels", "outer: for (;;) { for (;;) { break outer } } return 'out'", "out");
    row("default parameters that are functions", "const f = (a = function () { return 2 }) => a(); return f()", "2");
}

void TestTranslate::meansTheSame()
{
    QFETCH(QString, source);
    QTEST(evaluated(source), "result");
}

void TestTranslate::linesStay_data()
{
    QTest::addColumn<QString>("source");
    QTest::addRow("async over lines") << QStringLiteral("const f = async (\n a,\n b) =>\n {\n await a\n }\n");
    QTest::addRow("loops over lines") << QStringLiteral(
        "for (\n let i = 0;\n ;\n i++\n )\n {\n }\nwhile (\n1)\n{ break }\n");
    QTest::addRow("carriage returns") << QStringLiteral("let a\r\nasync function f() {\r\n}\r\n");
    QTest::addRow("a first line for the shell") << QStringLiteral("#!/usr/bin/env porthole\nlet a = 1\n");
}

void TestTranslate::linesStay()
{
    QFETCH(QString, source);
    const QString translated = translate(source, 0).source;
    QVERIFY(translated != source);
    QCOMPARE(translated.count(QLatin1Char('\n')), source.count(QLatin1Char('\n')));
}

void TestTranslate::marks_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("line");
    QTest::addRow("a function") << QStringLiteral("\nfunction f() {\n return 1\n}\nf()") << 2;
    QTest::addRow("a method") << QStringLiteral("\n\nconst o = { f() { } }\no.f()") << 3;
    QTest::addRow("an arrow") << QStringLiteral("const f =\n() => { }\nf()") << 2;
    QTest::addRow("while") << QStringLiteral("let i = 0\n\nwhile (i < 3)\n i++") << 3;
    QTest::addRow("do") << QStringLiteral("let i = 0\ndo {\n i++\n} while (i < 3)") << 4;
    QTest::addRow("for") << QStringLiteral("\nfor (let i = 0; i < 3; i++)\n;\n") << 2;
    QTest::addRow("for of") << QStringLiteral("\n\n\nfor (const x of [1]) {\n}\n") << 4;
}

void TestTranslate::marks()
{
    QFETCH(QString, source);
    QFETCH(int, line);
    QJSEngine engine;
    engine.evaluate(QString::fromLatin1(runner));
    const QJSValue result = engine.evaluate(translate(source, 3).source);
    QVERIFY2(!result.isError(), qPrintable(result.toString()));
    QCOMPARE(engine.evaluate(QStringLiteral("__marks.l")).toInt(), 3 * linesPerFile + line);
}

void TestTranslate::imports()
{
    const QString source =
        QStringLiteral("import a from './a.js'; import { b as c,\n d } from \"./b.js\"\nimport './c.js'\n"
                       "import * as e from '../e.js'\nexport { f } from './f.js'\nexport * from './g.js'\n"
                       "export { a }\nconst from = './no.js'\nexport const x = 'no'\n"
                       "export default async () => { return 'no' }\n");
    QCOMPARE(translate(source, 0).imports.join(QLatin1Char(' ')),
             QStringLiteral("./a.js ./b.js ./c.js ../e.js ./f.js ./g.js"));
}

void TestTranslate::refuses_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *source, const char *error, int line) {
        QTest::addRow("%s", name) << QString::fromLatin1(source) << QString::fromLatin1(error) << line;
    };
    row("await outside", "\nawait f()", "SyntaxError: await is only possible in async functions", 2);
    row("async generators", "async function* f() { }", "SyntaxError: async generators are not known here", 1);
    row("for await", "async function f() {\nfor await (const x of y) { }\n}",
        "SyntaxError: for await is not known here; await inside of the loop", 2);
    row("import()", "\n\nconst a = import('./a.js')",
        "SyntaxError: import() is not known here; write import ... from \"...\"", 3);
    row("a string that does not end", "\nconst a = 'open", "SyntaxError: the string never ends", 2);
    row("a bracket without a partner", "function f() {\n (", "SyntaxError: this ( is never closed", 2);
}

void TestTranslate::refuses()
{
    QFETCH(QString, source);
    const Translated translated = translate(source, 0);
    QTEST(translated.error, "error");
    QTEST(translated.errorLine, "line");
    QCOMPARE(translated.source, source);
}

QTEST_GUILESS_MAIN(TestTranslate)
#include "tst_translate.moc"
