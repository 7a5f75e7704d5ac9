# SPDX-License-Identifier: MIT
# QCoro's tasks are headers alone, and Debian's are good for Windows too. What awaits Qt's classes is a library, and is
# not here.
find_path(PORTHOLE_QCORO qcorotask.h REQUIRED NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
    PATHS /usr/include/qcoro6/qcoro)
get_filename_component(folder ${PORTHOLE_QCORO} DIRECTORY)
if(NOT TARGET QCoro6::Core)
    add_library(QCoro6::Core INTERFACE IMPORTED)
    set_target_properties(QCoro6::Core PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES "${folder};${folder}/qcoro;${folder}/QCoro")
endif()
set(QCoro6_Core_FOUND TRUE)
