<?php
// What an editor does, through WordPress's own functions. argv: the site's folder; a list of acts comes by stdin:
// {do: "create", title, content, at} | {do: "edit", id, title?, content?, at?} | {do: "trash" | "untrash", id}
// Prints one id, or 0, for each. Times are seconds.
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require $argv[1] . '/wp-load.php';
$dates = function ($at) {
    return [
        'post_date_gmt' => gmdate('Y-m-d H:i:s', $at),
        'post_date' => get_date_from_gmt(gmdate('Y-m-d H:i:s', $at)),
        'edit_date' => true,
    ];
};
$ids = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $act) {
    $fields = [];
    if (isset($act['title'])) $fields['post_title'] = wp_slash($act['title']);
    if (isset($act['content'])) $fields['post_content'] = wp_slash($act['content']);
    if (isset($act['at'])) $fields += $dates($act['at']);
    switch ($act['do']) {
        case 'create':
            $ids[] = wp_insert_post($fields + ['post_status' => 'publish', 'post_author' => 1]);
            break;
        case 'edit':
            $ids[] = wp_update_post($fields + ['ID' => $act['id']]);
            break;
        case 'trash':
            $ids[] = wp_trash_post($act['id']) ? $act['id'] : 0;
            break;
        case 'untrash':
            wp_untrash_post($act['id']);
            $ids[] = wp_update_post(['ID' => $act['id'], 'post_status' => 'publish']);
            break;
    }
}
echo json_encode($ids);
