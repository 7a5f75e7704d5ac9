# SPDX-License-Identifier: MIT
# Debian's cross compiler for Windows, and the Qt that tests/windows/run has built with it.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

get_filename_component(windows_qt ${CMAKE_CURRENT_LIST_DIR}/../../build/windows-qt REALPATH)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 ${windows_qt})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

set(QCoro6_DIR ${CMAKE_CURRENT_LIST_DIR})

# moc and rcc are those of this machine.
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/${CMAKE_HOST_SYSTEM_PROCESSOR}-linux-gnu/cmake CACHE PATH "")
set(CMAKE_AUTORCC_OPTIONS --no-zstd) # which the Qt for Windows is without

set(CMAKE_CROSSCOMPILING_EMULATOR wine)
