<?php
// Installs WordPress by its own function. argv: the site's folder.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Pemerintah Kota Contoh', 'humas', 'humas@example.invalid', true, '', 'kata-sandi-percobaan');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('timezone_string', 'Asia/Jakarta');
flush_rewrite_rules(false);
// Its own first post and page are not the city's.
wp_delete_post(1, true);
echo get_bloginfo('version'), "\n";
