import "i18next";
import type account from "@/features/account/messages/en.json";
import type admin from "@/features/admin/messages/en.json";
import type asset from "@/features/asset/messages/en.json";
import type gate from "@/features/gate/messages/en.json";
import type library from "@/features/library/messages/en.json";
import type lightbox from "@/features/lightbox/messages/en.json";
import type mask from "@/features/mask/messages/en.json";
import type privacy from "@/features/privacy/messages/en.json";
import type settings from "@/features/settings/messages/en.json";
import type setup from "@/features/setup/messages/en.json";
import type studio from "@/features/studio/messages/en.json";
import type wish from "@/features/wish/messages/en.json";
import type common from "./common/en.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      common: typeof common;
      gate: typeof gate;
      settings: typeof settings;
      setup: typeof setup;
      asset: typeof asset;
      wish: typeof wish;
      studio: typeof studio;
      mask: typeof mask;
      library: typeof library;
      lightbox: typeof lightbox;
      account: typeof account;
      privacy: typeof privacy;
      admin: typeof admin;
    };
  }
}
