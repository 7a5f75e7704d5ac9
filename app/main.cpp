// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "app/descriptorlimit.h"
#include "app/desktop.h"
#include "app/headless.h"
#include "app/logsetup.h"

#include <cstdio>

using namespace porthole;

static Result<int> run(int argc, char *argv[], const Options &options)
{
    if (const auto logging = setUpLogging(options.log); !logging)
        return logging.error();
    raiseDescriptorLimit();
    return options.gui ? runDesktop(argc, argv, options) : runHeadless(argc, argv, options);
}

// 0: all went well; 1: it could not run; 2: the command line is wrong.
int main(int argc, char *argv[])
{
    const Result<Options> options = parseCommandLine(argc, argv);
    if (!options) {
        std::fprintf(stderr, "porthole: %s\n", qUtf8Printable(options.error().message));
        return 2;
    }
    if (!options.value().print.isEmpty()) {
        std::fputs(qUtf8Printable(options.value().print), stdout);
        return 0;
    }

    const Result<int> ended = run(argc, argv, options.value());
    if (ended)
        return ended.value();
    std::fprintf(stderr, "porthole: %s\n", qUtf8Printable(ended.error().message));
    return 1;
}
