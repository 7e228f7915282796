// The calls of the operating system, for the other targets.
//
// On Linux the C library has them; Foundation, which brings its own internationalization, would take longer to load than
// the tool takes to read a page.
#if canImport(Glibc)
  @_exported import Dispatch
  @_exported import Glibc
#else
  @_exported import Foundation
#endif
