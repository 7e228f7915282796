// swift-tools-version: 6.1
import PackageDescription

// A package that knows of yuebao only what is public.
let package = Package(
  name: "example",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "yuebao", path: "../..")],
  targets: [
    .executableTarget(
      name: "TenLines", dependencies: [.product(name: "Yuebao", package: "yuebao")])
  ]
)
