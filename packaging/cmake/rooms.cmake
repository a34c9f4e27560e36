# Rooms: each folder below app/ and ui/ is a static library that says which others it may include.
#
#   rowlift_room(csv MAY base SOURCES reader.cpp … LINKS PkgConfig::UCHARDET)
#   rowlift_room(ui/pages MAY ui/desk … NOT net SOURCES …)
#
# A room may include the rooms named under MAY and all that these may include, less those under NOT (linked through
# others, but never named in an include line). MAY names only rooms that were declared before: a circle cannot be said.
# rowlift_write_rooms() writes the closure to rooms.txt in the build folder, where tests/architecture reads it.

function(rowlift_room_target ROOM OUT)
    string(REPLACE "/" "_" name "rowlift_${ROOM}")
    set(${OUT} ${name} PARENT_SCOPE)
endfunction()

function(rowlift_room ROOM)
    cmake_parse_arguments(ARG "" "" "MAY;NOT;SOURCES;LINKS" ${ARGN})
    rowlift_room_target(${ROOM} target)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_link_libraries(${target} PUBLIC rowlift_compile Qt6::Core tl::expected ${ARG_LINKS})

    get_property(known GLOBAL PROPERTY rowlift_rooms)
    set(closure "")
    foreach(may IN LISTS ARG_MAY)
        if(NOT may IN_LIST known)
            message(FATAL_ERROR "Room ${ROOM} may include ${may}, which is not declared before it: a circle or a slip.")
        endif()
        rowlift_room_target(${may} may_target)
        target_link_libraries(${target} PUBLIC ${may_target})
        get_property(of_may GLOBAL PROPERTY rowlift_may_${may})
        list(APPEND closure ${may} ${of_may})
    endforeach()
    list(REMOVE_DUPLICATES closure)
    if(ARG_NOT)
        list(REMOVE_ITEM closure ${ARG_NOT})
    endif()
    set_property(GLOBAL PROPERTY rowlift_may_${ROOM} "${closure}")
    set_property(GLOBAL APPEND PROPERTY rowlift_rooms ${ROOM})
    file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    set_property(GLOBAL PROPERTY rowlift_folder_${ROOM} "${folder}")
endfunction()

function(rowlift_link_rooms TARGET)
    foreach(room IN LISTS ARGN)
        rowlift_room_target(${room} target)
        target_link_libraries(${TARGET} PRIVATE ${target})
    endforeach()
endfunction()

function(rowlift_write_rooms)
    get_property(rooms GLOBAL PROPERTY rowlift_rooms)
    set(text "")
    foreach(room IN LISTS rooms)
        get_property(folder GLOBAL PROPERTY rowlift_folder_${room})
        get_property(may GLOBAL PROPERTY rowlift_may_${room})
        list(JOIN may " " may)
        string(APPEND text "${room}|${folder}|${may}\n")
    endforeach()
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/rooms.txt CONTENT "${text}")
endfunction()
